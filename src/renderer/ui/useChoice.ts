import { useState } from 'react';

/**
 * A setting that a control shows: what was just chosen at once, what is stored when it arrives. A stored value that
 * changes otherwise (another window, a failed save) wins.
 */
export function useChoice<T>(stored: T, store: (value: T) => void): readonly [T, (value: T) => void] {
  const [chosen, setChosen] = useState(stored);
  const [known, setKnown] = useState(stored);
  if (stored !== known) {
    setKnown(stored);
    setChosen(stored);
  }
  return [
    chosen,
    (value) => {
      setChosen(value);
      store(value);
    },
  ];
}
