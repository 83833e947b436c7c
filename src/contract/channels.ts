/** Names of the two channels between a desktop window and the main process; alone here so that the preload stays small. */
export const CALL_CHANNEL = 'thuoc-so:call';
export const EVENT_CHANNEL = 'thuoc-so:event';
