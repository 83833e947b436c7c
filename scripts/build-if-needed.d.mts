/** @returns true when the bundles are there and current */
export function buildIfNeeded(): boolean;
export function isBuilt(): boolean;
