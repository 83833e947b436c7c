import { useEffect, useEffectEvent } from 'react';
import { useMenuActions } from '../../api/events.ts';
import { editField, isTextField } from '../../app/edit.ts';
import { answerKeyOf, type AnswerKey } from './keys.ts';

/** Hears the keys of the answer screen, everywhere but in dialogs, and undo and redo of the menu. */
export function useAnswerKeys(act: (key: AnswerKey) => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
    const key = answerKeyOf(event, isTextField(document.activeElement));
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

  const travel = (key: 'undo' | 'redo') => () => {
    if (isTextField(document.activeElement)) editField(key);
    else act(key);
  };
  useMenuActions({ undo: travel('undo'), redo: travel('redo') });
}
