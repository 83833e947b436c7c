/**
 * The only thing that the page sees of Electron: ask and listen. Runs in the sandbox, in a world of its own; the
 * event object of Electron never reaches the page.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CALL_CHANNEL, EVENT_CHANNEL } from '../contract/channels.ts';
import { BRIDGE_NAME, type AppEvent, type Bridge, type Envelope } from '../contract/surface.ts';

const bridge: Bridge = {
  call: (method, input) => ipcRenderer.invoke(CALL_CHANNEL, method, input) as Promise<Envelope<unknown>>,
  subscribe: (listener) => {
    const forward = (_: IpcRendererEvent, event: AppEvent): void => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, forward);
  },
};

contextBridge.exposeInMainWorld(BRIDGE_NAME, bridge);
