import {LIMITS} from './limits.ts';
import {Unreadable} from './unreadable.ts';

/**
 * Small pieces of XML, for the formats that are made of it (workbooks, KML). Names lose their prefix, since writers choose
 * those freely. No document type, no entities but the five of XML itself, no more depth than any real file has: what
 * attacks on parsers are made of is not read at all.
 */
export interface Element {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  /** All text directly within, joined. */
  text: string;
}

const TAG =
  /<(?:!--[\s\S]*?--|!\[CDATA\[([\s\S]*?)\]\]|\?[\s\S]*?\?|\/\s*([\w.:-]+)\s*|([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?))>/g;

/** The outermost element of a fragment and all below it. */
export function xmlTree(fragment: string, name: string): Element {
  const root: Element = {name: '', attributes: {}, children: [], text: ''};
  const open = [root];
  let from = 0;
  for (const match of fragment.matchAll(TAG)) {
    const [whole, data, closed, opened, attributes, alone] = match;
    const here = open.at(-1)!;
    here.text += unescaped(fragment.slice(from, match.index));
    from = match.index + whole.length;
    if (data !== undefined) here.text += data;
    else if (closed !== undefined) {
      if (open.length === 1 || here.name !== bare(closed)) throw broken(name);
      open.pop();
    } else if (opened !== undefined) {
      const element: Element = {name: bare(opened), attributes: attributesOf(attributes ?? ''), children: [], text: ''};
      here.children.push(element);
      if (alone !== '/') open.push(element);
      if (open.length > LIMITS.depth) throw broken(name);
    }
  }
  const only = root.children[0];
  if (open.length !== 1 || !only) throw broken(name);
  return only;
}

export function attributesOf(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single] of text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    attributes[bare(name!)] = unescaped(double ?? single ?? '');
  return attributes;
}

/** Every element of that name, at any depth, in order. */
export function below(element: Element, name: string): Element[] {
  return element.children.flatMap((child) =>
    child.name === name ? [child, ...below(child, name)] : below(child, name),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {amp: '&', lt: '<', gt: '>', quot: '"', apos: "'"};

export function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, named) => {
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : -1;
    if (point >= 0) return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    return ENTITIES[String(named)] ?? whole;
  });
}

function bare(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function broken(name: string): Unreadable {
  return new Unreadable(
    `${name} holds XML that is cut short or not well formed. Download it again, or export it afresh.`,
  );
}
