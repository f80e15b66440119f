import {readFileSync} from 'node:fs';
import {refuse, type Words} from './words.ts';

/** What each site costs: `--cost SITE=POUNDS` words, and lines of site,pounds; a first line of headings is passed over. */
export function costsIn(words: Words): string[] | undefined {
  const said = words.list('cost') ?? [];
  const file = words.text('costs');
  if (file === undefined) return said.length > 0 ? said : undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return refuse(`The file of costs ${file} could not be read. Check its name.`, 'costs');
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const read = lines.flatMap((line, index) => {
    const cut = line.lastIndexOf(',');
    const pounds = line.slice(cut + 1).trim();
    if (index === 0 && !/\d/.test(pounds)) return [];
    if (cut < 1 || pounds === '' || !Number.isFinite(Number(pounds)))
      refuse(`Line ${index + 1} of ${file} is not “site,pounds”: “${line}”.`, 'costs');
    return [`${line.slice(0, cut).replaceAll('"', '').trim()}=${pounds}`];
  });
  return [...read, ...said];
}

/** Floors as `0.9`, `most-deprived=0.95` or `priority=0.8@10`: a share, whose, and within how many minutes. */
export function floorsIn(words: Words): {share: number; whom?: string; within?: number}[] | undefined {
  return words.list('floor')?.map((each) => {
    const [, whom, share, within] = /^(?:([a-z-]+)=)?([\d.]+)(?:@([\d.]+))?$/.exec(each) ?? [];
    if (share === undefined || !Number.isFinite(Number(share)))
      refuse(
        `A floor is written SHARE, WHO=SHARE or WHO=SHARE@MINUTES, as in most-deprived=0.95; “${each}” is not.`,
        'floor',
      );
    return {
      share: Number(share),
      ...(whom !== undefined && {whom}),
      ...(within !== undefined && {within: Number(within)}),
    };
  });
}

/** Groups as `--at-most 1 SITE SITE…` and `--at-least 2 SITE…`: each number begins another group. */
export function groupsIn(words: Words): {name: string; sites: string[]; least?: number; most?: number}[] | undefined {
  const groups = [...groupsOf(words, 'at-most', 'most'), ...groupsOf(words, 'at-least', 'least')];
  return groups.length > 0 ? groups : undefined;
}

function groupsOf(words: Words, setting: string, limit: 'least' | 'most') {
  const groups: {name: string; sites: string[]; least?: number; most?: number}[] = [];
  for (const word of words.list(setting) ?? []) {
    if (/^\d+$/.test(word)) groups.push({name: '', sites: [], [limit]: Number(word)});
    else if (groups.length === 0)
      refuse(
        `--${setting} begins with a number and then names sites, as in --${setting} 1 “Old Library” “New Library”.`,
        setting,
      );
    else groups.at(-1)!.sites.push(word);
  }
  for (const group of groups) {
    if (group.sites.length === 0)
      refuse(`--${setting} ${group[limit]} names no sites. Name them after the number.`, setting);
    group.name = group.sites.join(', ').slice(0, 80);
  }
  return groups;
}
