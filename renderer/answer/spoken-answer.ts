import {useEffect, useRef} from 'react';
import type {Answer} from '../contract.ts';
import {useScore} from '../score.ts';
import {speak} from '../state/view.ts';
import {percent} from '../words/numbers.ts';

/** Says the headline to a screen reader whenever another answer has come; not the first, which is read like any page. */
export function useSpokenAnswer(): void {
  const {answer, current} = useScore();
  const said = useRef<string | null>(null);
  useEffect(() => {
    if (!answer || !current) return;
    const sentence = headlineSentence(answer);
    if (said.current !== null && said.current !== sentence) speak(sentence);
    said.current = sentence;
  }, [answer, current]);
}

export function headlineSentence({share, gap, question}: Answer): string {
  const everyone = `${percent(share)} of residents within ${question.within} minutes`;
  if (gap.mostDeprived.residents === 0) return `${everyone}.`;
  return `${everyone}, ${percent(gap.mostDeprived.share)} of the most deprived fifth.`;
}
