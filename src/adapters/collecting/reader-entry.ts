/** Where a reading process begins. */
import { serve } from './reader.ts';

serve();
