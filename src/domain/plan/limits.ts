/** Longest texts of one task, in characters; the same for templates, messages and fields on screen. */
export const TASK_LIMITS = { text: 600, lead: 300, cooperating: 500, time: 120, remark: 1000 } as const;

/** More than any plan needs; guards against nonsense. */
export const PLAN_LIMITS = { tasks: 300, raises: 60, phases: 9, initiatives: 60, criteria: 12, periods: 120 } as const;
