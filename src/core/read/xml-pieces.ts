import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';

/**
 * A stream of XML cut into the pieces that matter (rows, shared strings, placemarks), each with the tags that stand between
 * it and the piece before. Only the piece is held, so a sheet of any length needs the memory of one row.
 */
export interface Piece {
  /** What stands between the last piece and this one. */
  before: string;
  /** The opening tag, everything within, and the closing tag. */
  xml: string;
}

export function* xmlPieces(text: Iterable<string>, element: string, name: string): Generator<Piece> {
  const opening = new RegExp(`<(?:\\w+:)?${element}(?=[\\s/>])`, 'g');
  let pending = '';
  let before = '';
  let waiting: string[] = [];
  let waitingLength = 0;
  for (const chunk of text) {
    waiting.push(chunk);
    waitingLength += chunk.length;
    // A piece of many chunks is looked through again only when it has doubled, or a long border would take minutes.
    if (waitingLength < pending.length) continue;
    pending += waiting.join('');
    waiting = [];
    waitingLength = 0;
    yield* found();
  }
  pending += waiting.join('');
  yield* found();
  opening.lastIndex = 0;
  if (opening.test(pending))
    throw new Unreadable(`${name} stops in the middle of its XML: the download did not finish. Download it again.`);
  yield {before: recent(before + pending, name), xml: ''};

  function* found(): Generator<Piece> {
    let from = 0;
    for (;;) {
      opening.lastIndex = from;
      const start = opening.exec(pending);
      const end = start ? endOf(pending, start.index, element) : -1;
      if (start && end >= 0) {
        yield {before: recent(before + pending.slice(from, start.index), name), xml: pending.slice(start.index, end)};
        before = '';
        from = end;
        continue;
      }
      // A tag may be cut by the end of the chunk, so its possible beginning is kept.
      const keep = start ? start.index : Math.max(pending.lastIndexOf('<'), from);
      before = recent(before + pending.slice(from, keep), name);
      pending = pending.slice(keep);
      if (pending.length > (start ? LIMITS.featureLength : LIMITS.lineLength)) throw tooLong(name);
      return;
    }
  }
}

/** Where the element that opens at `start` ends, or −1 while that is not known. Elements of one name are never nested here. */
function endOf(text: string, start: number, element: string): number {
  const tagEnd = text.indexOf('>', start);
  if (tagEnd < 0) return -1;
  if (text[tagEnd - 1] === '/') return tagEnd + 1;
  const closing = new RegExp(`</(?:\\w+:)?${element}\\s*>`, 'g');
  closing.lastIndex = tagEnd;
  return closing.test(text) ? closing.lastIndex : -1;
}

function recent(before: string, name: string): string {
  if (/<!(DOCTYPE|ENTITY)/i.test(before)) throw unsafe(name);
  // Only the tags just before a piece are of use: the name of the sheet or folder it stands in.
  return before.length > 65_536 ? before.slice(-65_536) : before;
}

function tooLong(name: string): Unreadable {
  return new Unreadable(
    `${name} holds a single piece of XML longer than Closer reads. Check that it is the file you meant.`,
  );
}

function unsafe(name: string): Unreadable {
  return new Unreadable(
    `${name} brings a document type of its own, as files made to do harm do. Nothing of it was read; export it afresh.`,
  );
}
