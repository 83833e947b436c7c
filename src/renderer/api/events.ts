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

/** Acts on entries of the native menu while the component is mounted. */
export function useMenuActions(actions: Partial<Record<MenuAction, () => void>>): void {
  useAppEvent((event) => {
    if (event.type === 'menu') actions[event.action]?.();
  });
}
