/** The look of the documentation: Daybook's tokens, without a font to load. */
export const style = `
:root {
  color-scheme: light dark;
  --ink: #111111; --paper: #fffdf5; --surface: #ffffff; --line: #111111; --link: #0b4ddb;
  --yellow: #ffd43b; --green: #7be495; --pink: #ff9ec4; --lilac: #c4b5fd; --orange: #ffa94d; --red: #ff8787;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f5f1e6; --paper: #16161a; --surface: #202027; --line: #f5f1e6; --link: #9db8ff;
    --yellow: #e6b800; --green: #5cc97a; --pink: #e57fa9; --lilac: #a593f0; --orange: #e08a2e; --red: #e56b6b;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 16px; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 15px/1.55 Inter, system-ui, sans-serif; }
h1, h2, h3, .brand { font-family: "Space Grotesk", Inter, system-ui, sans-serif; line-height: 1.2; }
h1 { font-size: 32px; margin: 0 0 8px; }
h2 { font-size: 24px; margin: 40px 0 16px; padding-bottom: 4px; border-bottom: 2px solid var(--line); }
h3 { font-size: 18px; margin: 0 0 8px; overflow-wrap: anywhere; }
h3 a { color: inherit; text-decoration: none; }
h3 a:hover { text-decoration: underline; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; box-shadow: 0 0 0 2px var(--paper); }
code, pre { font: 13px/1.5 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
code { overflow-wrap: anywhere; }
.skip { position: absolute; left: 8px; top: -80px; background: var(--yellow); color: #111111; padding: 8px 12px; border: 2px solid var(--line); }
.skip:focus { top: 8px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; padding: 12px 24px; background: var(--surface); border-bottom: 2px solid var(--line); }
.brand { margin: 0; font-size: 18px; font-weight: 700; }
.brand span { background: var(--yellow); color: #111111; border: 2px solid var(--line); padding: 0 6px; }
header nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
header nav a { padding: 4px 0; font-weight: 600; }
header nav a[aria-current] { color: inherit; text-decoration-thickness: 3px; }
.columns { display: grid; grid-template-columns: 250px minmax(0, 1fr); }
.contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow: auto; padding: 16px 8px 32px 24px; border-right: 2px solid var(--line); font-size: 13px; }
.contents ul { list-style: none; margin: 0 0 16px; padding: 0; }
.contents li a { display: block; padding: 3px 0; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
.contents li a:hover { text-decoration: underline; }
.group { margin: 8px 0 2px; font-weight: 700; }
main { padding: 32px 24px 96px; max-width: 900px; width: 100%; }
main:focus { outline: none; }
.lead { max-width: 68ch; margin-top: 0; }
article { margin: 0 0 24px; padding: 16px; background: var(--surface); border: 2px solid var(--line); box-shadow: 4px 4px 0 var(--line); }
article:target { box-shadow: 6px 6px 0 var(--yellow); }
article p { margin: 0 0 8px; }
.method, .tag { display: inline-block; border: 2px solid var(--line); padding: 0 6px; font-size: 13px; font-weight: 600; }
.tag { border-width: 1px; font-weight: 500; }
.method { color: #111111; background: var(--lilac); }
.get { background: var(--green); } .post { background: var(--yellow); } .delete { background: var(--red); } .put, .patch { background: var(--orange); }
.scroll { overflow-x: auto; margin: 12px 0; }
table { border-collapse: collapse; width: 100%; font-size: 13px; }
th:first-child { width: 34%; } th:nth-child(2) { width: 28%; }
caption { text-align: left; font-weight: 700; padding: 0 0 4px; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-top: 1px solid var(--line); font-weight: 400; }
thead th { font-weight: 600; border-top: 0; }
details { margin-top: 8px; }
summary { cursor: pointer; font-weight: 600; padding: 2px 0; }
pre { overflow-x: auto; padding: 12px; margin: 8px 0 0; border: 2px solid var(--line); background: var(--paper); }
.codes { columns: 260px; margin: 8px 0 0; padding-left: 20px; font-size: 13px; }
@media (max-width: 760px) {
  .columns { grid-template-columns: minmax(0, 1fr); }
  .contents { position: static; max-height: 220px; border-right: 0; border-bottom: 2px solid var(--line); }
  main { padding: 24px 16px 64px; }
}
@media print { .contents, header nav { display: none; } .columns { display: block; } article { box-shadow: none; break-inside: avoid; } }
`
