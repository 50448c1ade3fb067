const { escapeXml } = require("./xml.cjs");

/** Where the manifest of the sources says that the pane is: the development server. */
const DEVELOPMENT = "https://localhost:3443";
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** An address as browsers write it; undefined where it is none of these protocols. */
function addressOf(text, protocols) {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && protocols.includes(url.protocol) ? url : undefined;
}

/**
 * Checks what a place that hosts the add-in has set; Excel refuses a manifest without a word of why.
 * @param settings `baseUrl`: address of the folder of the pane; `addinId`: a GUID; `pageUrl`: address of the browser page, or ""
 * @returns address and id as a manifest has them
 * @throws Error with a sentence about the first that cannot be taken
 */
function checkSettings({ baseUrl, addinId, pageUrl }) {
  const base = addressOf(baseUrl, ["https:"]);
  if (!base || base.search || base.hash)
    throw new Error(`BASE_URL 必须是以 https:// 开头、不带 ? 和 # 的网址。 BASE_URL must be an https address without ? and #: ${baseUrl}`);
  if (!GUID.test(addinId)) throw new Error(`ADDIN_ID 必须是 GUID。 ADDIN_ID must be a GUID, 8-4-4-4-12 hexadecimal digits: ${addinId}`);
  if (pageUrl && !addressOf(pageUrl, ["https:", "http:"]))
    throw new Error(`PAGE_URL 必须是网址。 PAGE_URL must be an https or http address: ${pageUrl}`);
  return { baseUrl: base.href.replace(/\/+$/, ""), addinId: addinId.toLowerCase() };
}

/**
 * The manifest of the sources names the development server; a build names where it will be served from, and under which id.
 * @throws Error as `checkSettings`
 */
function manifestFor(manifest, settings) {
  const { baseUrl, addinId } = checkSettings(settings);
  return manifest.replace(/<Id>[^<]*<\/Id>/, () => `<Id>${addinId}</Id>`).replaceAll(DEVELOPMENT, () => escapeXml(baseUrl));
}

module.exports = { manifestFor };
