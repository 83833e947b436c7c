import { Fragment } from 'react';

/** Text of a questionnaire with **bold** parts and line breaks; everything else is shown as it is written. */
export function Rich({ text }: { readonly text: string }) {
  return text.split('\n').map((line, row) => (
    <Fragment key={row}>
      {row > 0 && <br />}
      {line.split(/\*\*(.+?)\*\*/).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))}
    </Fragment>
  ));
}
