/** What a browser shows when the web app has not been built. */
export const missingPage = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Daybook: the web app is not built</title>
<h1>The web app is not built yet</h1>
<p>Daybook runs, and its API answers, but there are no pages to show.</p>
<p>Stop it and start it with <code>npm start</code>, which builds them.</p>
<p><a href="/api/docs">The API's documentation</a></p>
</html>
`
