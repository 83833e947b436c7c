import { app, session, type Event, type WebContents } from 'electron';
import { isPermissionAllowed, isReload, isRequestAllowed } from './security-policy.ts';

/** Puts the policy on every window, also on one that would be made by mistake. Call before the application is ready. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => guard(contents));
}

function guard(contents: WebContents): void {
  const refuse = (event: Pick<Event, 'preventDefault'>): void => event.preventDefault();
  contents.on('will-navigate', (event) => {
    if (!isReload(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Permissions and requests of the one session that all windows share. Call once, when the application is ready. */
export function guardSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_, permission, answer, { requestingUrl }) =>
    answer(isPermissionAllowed(permission, requestingUrl)),
  );
  defaultSession.setPermissionCheckHandler((_, permission, origin) => isPermissionAllowed(permission, origin));
  defaultSession.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isRequestAllowed(url) }));
}
