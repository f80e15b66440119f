/** Why a measure has no value here. Closed: the screen and the command line say each of them in the same words. */
export type Because =
  | 'no-residents'
  | 'no-deprivation'
  | 'too-few-groups'
  | 'mean-is-nought'
  | 'outside-bounds'
  | 'no-supply'
  | 'no-source'
  | 'bad-number';

/**
 * A measure that cannot be taken, and why, in one sentence. Given back instead of a number where a formula would divide
 * by nothing: a planner must never meet NaN, nor a 0 that means "no idea".
 */
export interface NoAnswer {
  because: Because;
  sentence: string;
}

const sentences: Record<Because, string> = {
  'no-residents':
    'Nobody lives in the areas asked about, or nobody there reaches a site, so there is nothing to average.',
  'no-deprivation':
    'Deprivation is not known for any area where people reach a site. Import a deprivation table for these areas.',
  'too-few-groups':
    'The slope needs at least five groups with residents. Use local fifths or tenths instead of national ones.',
  'mean-is-nought': 'Every value is 0, so shares of the total mean nothing.',
  'outside-bounds': 'A value lies outside the bounds given. Widen the bounds so that they hold every possible value.',
  'no-supply': 'No open site that anyone can reach has any capacity.',
  'no-source':
    'This figure needs a source before it can be shown. Name the study or local evidence that the range comes from.',
  'bad-number': 'A number given is missing, negative or out of its range.',
};

export function noAnswer(because: Because, sentence = sentences[because]): NoAnswer {
  return {because, sentence};
}

/** Told apart by shape, so that answers cross the wire as plain values. */
export function isNoAnswer(answer: unknown): answer is NoAnswer {
  return typeof answer === 'object' && answer !== null && 'because' in answer && 'sentence' in answer;
}
