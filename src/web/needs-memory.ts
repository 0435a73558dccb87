import type { Context } from 'hono';
import { fault, LanterneError } from '#errors.ts';
import { memoryOf, tellFailing } from '#web/memory.ts';
import type { Site } from '#web/site.ts';

/**
 * A page that says what is kept, or changes it: it never answers as if nothing were kept when the memory cannot tell.
 * @throws NOTHING_KEPT
 */
export const needsMemory =
  (route: (context: Context, site: Site) => Response | Promise<Response>) =>
  async (context: Context, site: Site): Promise<Response> => {
    if (site.memory === 'failing') throw fault('NOTHING_KEPT');
    try {
      return await route(context, site);
    } catch (error) {
      if (error instanceof LanterneError || (await memoryOf(site.state)) !== 'failing') throw error;
      tellFailing(error);
      throw fault('NOTHING_KEPT', {}, error);
    }
  };
