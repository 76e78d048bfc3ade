import type { CompletionEntry } from './completion-table.ts'
import { globalNames, optionRows, valueOptions, valueRows, wordRows, type Row } from './shell-text.ts'

/** The completion for fish. */
export function fishScript(table: readonly CompletionEntry[]): string {
  return [
    '# Completion of daybook for fish: daybook completion fish > ~/.config/fish/completions/daybook.fish',
    switchFunction('__daybook_words', wordRows(table)),
    switchFunction('__daybook_options', optionRows(table)),
    switchFunction('__daybook_values', valueRows(table)),
    `function __daybook_complete
    set -l line ''
    set -l skip ''
    set -l previous ''
    set -l takes ${valueOptions(table).join(' ')}
    for word in (commandline -opc)[2..-1]
        set previous $word
        if test -n "$skip"
            set skip ''
            continue
        end
        if contains -- $word $takes
            set skip 1
        else if not string match -q -- '-*' $word; and contains -- $word (__daybook_words $line)
            set line (string trim "$line $word")
        end
    end
    set -l current (commandline -ct)
    set -l inline (string match -r -- '^(--[a-z0-9-]+)=' $current)
    if test (count $inline) -eq 2
        printf "$inline[2]=%s\\n" (__daybook_values "$line $inline[2]")
        return
    end
    set -l values (__daybook_values "$line $previous")
    if test (count $values) -gt 0
        printf '%s\\n' $values
    else if test -n "$skip"
        __fish_complete_path $current
    else if string match -q -- '-*' $current
        printf '%s\\n' (__daybook_options $line) ${globalNames.join(' ')}
    else
        set -l words (__daybook_words $line)
        if test (count $words) -gt 0
            printf '%s\\n' $words
        else
            __fish_complete_path $current
        end
    end
end
complete -c daybook -f -a '(__daybook_complete)'`,
    '',
  ].join('\n')
}

/** A function of fish that prints the words of a key, a line each. */
function switchFunction(name: string, rows: readonly Row[]): string {
  const lines = rows.map(
    ([key, words]) => `        case ${quoted(key)}\n            printf '%s\\n' ${words.map(quoted).join(' ')}`,
  )
  return `function ${name}\n    switch "$argv[1]"\n${lines.join('\n')}\n    end\nend\n`
}

/** Text in single quotes, as fish reads it. */
const quoted = (text: string) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
