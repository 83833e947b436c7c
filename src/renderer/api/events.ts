import { useEffect, useEffectEvent } from 'react';
import type { AppEvent, MenuAction } from '../../contract/surface.ts';
import { reportConnection } from './connection.ts';
import { transport } from './transport.ts';

const listeners = new Set<(event: AppEvent) => void>();

/** Opens the stream of events; once per page. @returns a function that closes it */
export function connectEvents(): () => void {
  return transport.subscribe((event) => {
    for (const listener of listeners) listener(event);
  }, reportConnection);
}

export function onAppEvent(listener: (event: AppEvent) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Hears every event of the application while the component is mounted. */
export function useAppEvent(handler: (event: AppEvent) => void): void {
  const hear = useEffectEvent(handler);
  useEffect(() => onAppEvent((event) => hear(event)), []);
}

type Actions = Partial<Record<MenuAction, () => void>>;

/** Who acts on the menu now: the program as a whole first, then what is mounted, the newest last. */
const actors: { readonly actions: Actions }[] = [];

/**
 * Acts on entries of the native menu, and on the keys of the same name, while the component is mounted. A screen or
 * dialog that names an action does it in place of whatever else would.
 * @param base for the program as a whole, whose actions come last
 */
export function useMenuActions(actions: Actions, base = false): void {
  const act = useEffectEvent((action: MenuAction) => actions[action]?.());
  // Which actions there are decides who acts; what they do is asked at the moment of acting.
  const names = Object.keys(actions).join(' ');
  useEffect(() => {
    const own = names.split(' ').filter(Boolean) as MenuAction[];
    const actor = { actions: Object.fromEntries(own.map((name) => [name, () => act(name)])) as Actions };
    if (base) actors.unshift(actor);
    else actors.push(actor);
    return () => void actors.splice(actors.indexOf(actor), 1);
  }, [names, base]);
}

/** Does what a menu entry of this name does now. @returns false when nothing on this screen can */
export function runMenuAction(action: MenuAction): boolean {
  const act = actors.findLast(({ actions }) => actions[action])?.actions[action];
  act?.();
  return act !== undefined;
}
