// The income register's XML: the browser's own parser reads it, and the library is told what begins, what stands in it and what ends.

const RECORD = '\x1e';
const PART = '\x1f';

/** Where the start tags are, by line, and a document type before the first. What is not well-formed ends it early. */
function* marks(xml: string): Generator<{ line: number; doctype?: string }> {
  const over: readonly [string, string][] = [['<!--', '-->'], ['<![CDATA[', ']]>'], ['<?', '?>']];
  let line = 1;
  let counted = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const skipped = over.find(([begin]) => xml.startsWith(begin, at));
    if (skipped) {
      const end = xml.indexOf(skipped[1], at + skipped[0].length);
      if (end < 0) return;
      at = end;
      continue;
    }
    for (; counted < at; ++counted) if (xml[counted] === '\n') ++line;
    if (xml.startsWith('<!', at)) yield { line, doctype: /^<!DOCTYPE\s+([^\s>[]*)/.exec(xml.slice(at, at + 200))?.[1] ?? '' };
    else if (xml[at + 1] !== '/') yield { line };
    ++at;
  }
}

/** What a text of XML holds, as the library's reader of the page takes it (library/xml.cpp). */
export function eventsOf(text: string): string {
  const xml = text.replace(/^[\uFEFF\s]+/, '').replace(/\r\n?/g, '\n');
  const records = ['<'];
  const tell = (kind: string, ...parts: (string | number)[]) => records.push(kind + parts.join(PART).replaceAll(RECORD, ''));
  const starts = marks(xml);
  const root = starts.next();
  if (root.value?.doctype !== undefined) {
    tell('d', root.value.line, root.value.doctype);
    return records.join(RECORD);
  }
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const wrong = document.querySelector('parsererror');
  if (wrong) {
    const [, line = '1', why = wrong.textContent ?? ''] = /line (\d+)[^:]*: *([^\n]+)/.exec(wrong.textContent ?? '') ?? [];
    tell('x', line, why);
    return records.join(RECORD);
  }
  let line = root.value?.line ?? 1;
  // Not by recursion: a hostile text is as deep as it likes.
  for (let node: Node | null = document.documentElement; node; ) {
    if (node instanceof Element) tell('b', line, node.namespaceURI ?? '', node.localName);
    else if (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE) tell('t', node.nodeValue ?? '');
    if (node.firstChild) {
      node = node.firstChild;
    } else {
      while (node && node !== document.documentElement && !node.nextSibling) {
        if (node instanceof Element) tell('e');
        node = node.parentNode;
      }
      if (node instanceof Element) tell('e');
      node = node && node !== document.documentElement ? node.nextSibling : null;
    }
    if (node instanceof Element) line = starts.next().value?.line ?? line;
  }
  return records.join(RECORD);
}
