/** Written into the header of the file ("TSo1"), so that another program's database is never taken for ours. */
export const APPLICATION_ID = 0x54_53_6f_31;
