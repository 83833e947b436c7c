import { useEffect, useEffectEvent } from 'react';
import { answerKeyOf, type AnswerKey } from './keys.ts';

const isField = (element: Element | null): boolean =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['radio', 'checkbox', 'button'].includes(element.type));

/** Hears the keys of the answer screen, everywhere but in dialogs. */
export function useAnswerKeys(act: (key: AnswerKey) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const key = answerKeyOf(event, isField(document.activeElement));
    if (key === null) return;
    event.preventDefault();
    // A key that is held down must not race through the questions.
    if (!event.repeat || key === 'undo' || key === 'redo') act(key);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
