/** The manifest of the sources names the development server; a build names where it will be served from, and under which id. */
function manifestFor(manifest, { baseUrl, addinId, pageUrl }) {
  const support = pageUrl || `${baseUrl}/taskpane.html`;
  return manifest
    .replace(/<Id>[^<]*<\/Id>/, `<Id>${addinId}</Id>`)
    .replace(/(<(?:SupportUrl|bt:Url id="LearnMore\.Url") DefaultValue=")[^"]*"/g, `$1${support}"`)
    .replaceAll("https://localhost:3443", baseUrl);
}

module.exports = { manifestFor };
