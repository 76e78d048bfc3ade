import { changeBehind } from './outside.ts'
import type { TestApp } from './test-app.ts'

/**
 * Leaves the database room for a little and then no more; the function that is answered makes room again. On
 * PostgreSQL, whose disk is not ours to fill, a trigger answers what the server does when it is full.
 */
export async function fillDisk(app: TestApp, room: { pages: number; rows: number }): Promise<() => Promise<void>> {
  const { database } = app.daybook
  if (database.dialect === 'sqlite') {
    const row = await database.read(async (transaction) => transaction.get('PRAGMA page_count'))
    await database.maintain(`PRAGMA max_page_count = ${Number(row!.page_count) + room.pages}`)
    return () => database.maintain('PRAGMA max_page_count = 1000000')
  }
  await changeBehind(
    app,
    `CREATE SEQUENCE room;
     CREATE FUNCTION refuse_when_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
       IF nextval('room') > ${room.rows} THEN
         RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
       END IF;
       RETURN NEW;
     END $$;
     CREATE TRIGGER full_disk BEFORE INSERT ON audit_unsealed FOR EACH ROW EXECUTE FUNCTION refuse_when_full();
     CREATE TRIGGER full_disk BEFORE UPDATE ON jobs FOR EACH ROW WHEN (NEW.result IS NOT NULL)
       EXECUTE FUNCTION refuse_when_full()`,
  )
  return () => changeBehind(app, 'DROP FUNCTION refuse_when_full CASCADE; DROP SEQUENCE room')
}
