// Run by import.mjs in a process of its own: node group.mjs CSV DATABASE
import { createRequire } from 'node:module';

const [, , csv, database] = process.argv;
const { DuckDBInstance } = createRequire(new URL('./package.json', import.meta.url))(
	'@duckdb/node-api'
);
const instance = await DuckDBInstance.create(database);
const duckdb = await instance.connect();

// the same tables without what only Rubrique does: no keyed hashes, no canonical links, no undo
await duckdb.run(`
	CREATE TEMP VIEW row AS SELECT * FROM read_csv('${csv}', header = true);
	CREATE TABLE send AS SELECT row_number() OVER () AS id, * FROM (SELECT DISTINCT campaign_id, campaign_name FROM row);
	CREATE TABLE reader AS SELECT row_number() OVER () AS id, * FROM (SELECT DISTINCT email FROM row);
	CREATE TABLE url AS SELECT row_number() OVER () AS id, * FROM (SELECT DISTINCT url AS text FROM row);
	CREATE TABLE click AS
		SELECT DISTINCT s.id AS send, u.id AS url, r.id AS reader, epoch(created_at)::BIGINT AS second FROM row
			JOIN send s USING (campaign_id) JOIN reader r USING (email) JOIN url u ON u.text = row.url
		ORDER BY send, url, second // 86400, reader, second;
	CREATE TABLE rollup_item AS
		SELECT send, url, count(*) AS clicks, count(DISTINCT reader) AS clickers FROM click GROUP BY ALL;
	CREATE TABLE rollup_issue AS
		SELECT send, count(*) AS clicks, count(DISTINCT reader) AS clickers FROM click GROUP BY ALL;
	CREATE TABLE rollup_quarter AS
		SELECT send, url, second // 900 AS quarter, count(*) AS clicks FROM click GROUP BY ALL;
	CHECKPOINT;
`);
instance.closeSync();
