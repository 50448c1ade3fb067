const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A text as XML or HTML writes it, within elements and attributes. */
function escapeXml(text) {
  return text.replace(/[&<>"']/g, (letter) => ENTITIES[letter]);
}

module.exports = { escapeXml };
