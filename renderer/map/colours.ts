/** Data colours: safe for colour-blind eyes, printed well, with values of their own for the dark theme. */

export type ThemeName = 'light' | 'dark';

/** Breaks that a person would choose, in minutes. The last class is everything longer. */
export const MINUTE_BREAKS = [5, 10, 15, 20, 30, 45] as const;

/** Breaks of change in minutes: negative is quicker. */
export const CHANGE_BREAKS = [-10, -5, -1, 1, 5, 10] as const;

interface Colours {
  paper: string;
  ground: string;
  minutes: readonly string[];
  /** From the most deprived fifth to the least. */
  deprivation: readonly string[];
  /** From much quicker to much slower; the middle is no change. */
  change: readonly string[];
  border: string;
  outline: string;
  street: string;
  streetCasing: string;
  hatch: string;
  ink: string;
  quiet: string;
  halo: string;
  accent: string;
  onAccent: string;
  candidate: string;
  closed: string;
  idle: string;
  focus: string;
}

export const COLOURS: Record<ThemeName, Colours> = {
  light: {
    paper: '#f3f5f2',
    ground: '#e8ece8',
    minutes: ['#e4f3ee', '#c0e2da', '#95ccc8', '#64b0b7', '#3a8ea1', '#246a86', '#164562'],
    deprivation: ['#4a1d80', '#7256a8', '#9d90c6', '#c7bfdf', '#e9e5f2'],
    change: ['#54278f', '#8a79bb', '#c9c3e0', '#fbfbfa', '#f8d6a8', '#e59a45', '#a65408'],
    border: '#ffffff',
    outline: '#93a09f',
    street: '#ffffff',
    streetCasing: '#6f7f86',
    hatch: '#7c878d',
    ink: '#14202b',
    quiet: '#4d5a64',
    halo: 'rgba(255,255,255,0.92)',
    accent: '#0b6e6e',
    onAccent: '#ffffff',
    candidate: '#14202b',
    closed: '#8a3b34',
    idle: '#6c7780',
    focus: '#ffdd00',
  },
  dark: {
    paper: '#0d1317',
    ground: '#1c262b',
    minutes: ['#d3e6e0', '#abd0c9', '#82b5b4', '#5b979f', '#3d7888', '#295a70', '#1b3f56'],
    deprivation: ['#5c2f9c', '#7658b4', '#9384c2', '#b3a9d0', '#d3cde2'],
    change: ['#6f45b5', '#9482cb', '#b9b0d8', '#3a444a', '#d9b57f', '#d48a35', '#b06010'],
    border: '#0d1317',
    outline: '#5a6a72',
    street: '#0d1317',
    streetCasing: '#c4d0d0',
    hatch: '#93a0a6',
    ink: '#f2f5f4',
    quiet: '#b9c4c8',
    halo: 'rgba(13,19,23,0.88)',
    accent: '#56c2ba',
    onAccent: '#06201f',
    candidate: '#f2f5f4',
    closed: '#ff9b90',
    idle: '#93a0a6',
    focus: '#ffdd00',
  },
};

/** The class of a value among ascending breaks, a value on a break falling below it: 15 minutes is within 15. */
export function classOf(value: number, breaks: readonly number[]): number {
  const index = breaks.findIndex((each) => value <= each);
  return index < 0 ? breaks.length : index;
}

/** The same for changes: 0 in the middle, a change on a break falling away from the middle on both sides. */
export function changeClassOf(change: number): number {
  if (change <= -10) return 0;
  if (change <= -5) return 1;
  if (change <= -1) return 2;
  if (change < 1) return 3;
  if (change < 5) return 4;
  if (change < 10) return 5;
  return 6;
}
