// Text and whole pages as HTML, for files that are read without Stemma.

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

const CSS = `:root{color-scheme:light dark}
body{font:16px/1.55 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.1rem;margin-top:2rem}
table{border-collapse:collapse;width:100%}
th{text-align:start;font-weight:600;vertical-align:top;padding:.2rem 1rem .2rem 0;width:12rem}
td{padding:.2rem 0;overflow-wrap:anywhere}
blockquote{margin:.6rem 0;padding-inline-start:1rem;border-inline-start:3px solid}
.csl-left-margin{float:inline-start;min-width:2.5em}.csl-right-inline{margin-inline-start:2.5em}
.csl-indent{margin-inline-start:2em}
code{font-size:.85em;overflow-wrap:anywhere}footer{margin-top:3rem;font-size:.85rem}`;

/**
 * A page that needs nothing beside it, runs no script and asks nothing of the network.
 * @param body HTML that was escaped already
 */
export function htmlPage(title: string, body: string, language = 'en'): string {
  const csp = "default-src 'none'; style-src 'unsafe-inline'";
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${csp}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(title)}</title>
<style>${CSS}</style>
</head>
<body>
${body}
</body>
</html>
`;
}
