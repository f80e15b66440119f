import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {hasRealData, NEWPORT, PORTO, REAL_DATA, RUTLAND, readReal} from '../graph/real-streets.ts';

function osmiumCounts(file: string) {
  const text = execFileSync('osmium', ['fileinfo', '-e', '-j', join(REAL_DATA, file)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return (JSON.parse(text) as {data: {count: {nodes: number; ways: number; relations: number}}}).data.count;
}

function hasOsmium(): boolean {
  try {
    execFileSync('osmium', ['--version'], {stdio: 'ignore'});
    return true;
  } catch {
    return false;
  }
}

/** What osmium counts in the kept files, for machines without it. */
const KNOWN: Record<string, {nodes: number; ways: number; relations: number}> = {
  [RUTLAND]: {nodes: 170_885, ways: 16_730, relations: 287},
  [NEWPORT]: {nodes: 256_508, ways: 51_231, relations: 286},
  [PORTO]: {nodes: 347_944, ways: 51_458, relations: 357},
};

describe.skipIf(!hasRealData)('reading real extracts (skipped where the folder of real data is absent)', () => {
  it.each([RUTLAND, NEWPORT, PORTO])('counts as many nodes, ways and relations as osmium: %s', (file) => {
    const {nodes, ways, relations} = readReal(file).report.found;
    expect({nodes, ways, relations}).toEqual(KNOWN[file]);
  });

  it.skipIf(!hasOsmium())('and osmium on this machine says the same (skipped where osmium is absent)', () => {
    for (const file of [RUTLAND, NEWPORT, PORTO]) {
      const {nodes, ways, relations} = osmiumCounts(file);
      expect({nodes, ways, relations}).toEqual(KNOWN[file]);
    }
  });

  it('accounts for every way with a highway tag: taken or left out for a reason', () => {
    // 6,667 ways of the file carry highway=* or route=* as osmium tags-filter counts them.
    const {report} = readReal(RUTLAND);
    const leftOut = report.waysLeftOut.reduce((sum, {count}) => sum + count, 0);
    expect(report.waysTaken + leftOut).toBe(6667);
    expect(report.missingPoints).toBe(0);
  });
});
