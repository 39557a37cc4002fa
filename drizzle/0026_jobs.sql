CREATE TABLE `job` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`publication_id` integer,
	`kind` text NOT NULL,
	`subject` text,
	`state` text NOT NULL,
	`machine` text,
	`owner` text,
	`lease_until` integer,
	`heartbeat_at` integer,
	`attempts` integer DEFAULT 0 NOT NULL,
	`progress` real,
	`trouble` text,
	`made_at` integer NOT NULL,
	`next_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `job_state` ON `job` (`state`,`kind`);--> statement-breakpoint
CREATE INDEX `job_publication` ON `job` (`publication_id`);--> statement-breakpoint
CREATE TABLE `job_target` (
	`job_id` integer NOT NULL,
	`what` text NOT NULL,
	`id` integer DEFAULT 0 NOT NULL,
	PRIMARY KEY(`job_id`, `what`, `id`),
	FOREIGN KEY (`job_id`) REFERENCES `job`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `import` DROP COLUMN `process`;--> statement-breakpoint
INSERT INTO `job` (`publication_id`, `kind`, `subject`, `state`, `made_at`, `next_at`) SELECT `publication_id`, 'import', CAST(`id` AS text), 'waiting', `started_at`, 0 FROM `import` WHERE `state` = 'waiting' OR (`state` = 'running' AND `spool` IS NOT NULL) ORDER BY `id`;--> statement-breakpoint
INSERT INTO `job` (`publication_id`, `kind`, `state`, `made_at`, `next_at`) SELECT `publication_id`, 'undo', 'waiting', CAST((julianday('now') - 2440587.5) * 86400000 AS integer), 0 FROM `import` WHERE `state` = 'undoing' GROUP BY `publication_id`;--> statement-breakpoint
INSERT INTO `job_target` (`job_id`, `what`, `id`) SELECT j.`id`, 'import', i.`id` FROM `import` i JOIN `job` j ON j.`publication_id` = i.`publication_id` AND j.`kind` = 'undo' WHERE i.`state` = 'undoing';--> statement-breakpoint
INSERT INTO `job` (`publication_id`, `kind`, `state`, `made_at`, `next_at`) SELECT p.`id`, 'items', 'waiting', CAST((julianday('now') - 2440587.5) * 86400000 AS integer), 0 FROM `publication` p JOIN `setting` s ON s.`name` = 'rederive:' || p.`id` WHERE NOT EXISTS (SELECT 1 FROM `job` j WHERE j.`publication_id` = p.`id` AND j.`kind` = 'items');--> statement-breakpoint
INSERT INTO `job` (`publication_id`, `kind`, `state`, `made_at`, `next_at`) SELECT p.`id`, 'derive', 'waiting', CAST((julianday('now') - 2440587.5) * 86400000 AS integer), 0 FROM `publication` p JOIN `setting` s ON s.`name` = 'unsettled:' || p.`id` WHERE NOT EXISTS (SELECT 1 FROM `job` j WHERE j.`publication_id` = p.`id` AND j.`kind` = 'derive');--> statement-breakpoint
INSERT INTO `job` (`publication_id`, `kind`, `state`, `made_at`, `next_at`) SELECT p.`id`, 'derive', 'waiting', CAST((julianday('now') - 2440587.5) * 86400000 AS integer), 0 FROM `publication` p JOIN `setting` s ON s.`name` = 'resettle:' || p.`id` WHERE NOT EXISTS (SELECT 1 FROM `job` j WHERE j.`publication_id` = p.`id` AND j.`kind` = 'derive');--> statement-breakpoint
INSERT INTO `job_target` (`job_id`, `what`) SELECT j.`id`, 'all' FROM `job` j JOIN `setting` s ON s.`name` = 'unsettled:' || j.`publication_id` WHERE j.`kind` = 'derive';--> statement-breakpoint
INSERT INTO `job_target` (`job_id`, `what`, `id`) SELECT DISTINCT j.`id`, 'issue', CAST(t.`value` AS integer) FROM `job` j JOIN `setting` s ON s.`name` = 'rederive:' || j.`publication_id`, json_each('["' || replace(s.`value`, ',', '","') || '"]') t WHERE j.`kind` = 'items' AND t.`value` <> '';--> statement-breakpoint
INSERT INTO `job_target` (`job_id`, `what`, `id`) SELECT DISTINCT j.`id`, 'send', CAST(t.`value` AS integer) FROM `job` j JOIN `setting` s ON s.`name` = 'resettle:' || j.`publication_id`, json_each('["' || replace(s.`value`, ',', '","') || '"]') t WHERE j.`kind` = 'derive' AND t.`value` <> '' AND t.`value` <> 'readers';--> statement-breakpoint
INSERT INTO `job_target` (`job_id`, `what`) SELECT j.`id`, 'readers' FROM `job` j JOIN `setting` s ON s.`name` = 'resettle:' || j.`publication_id` WHERE j.`kind` = 'derive' AND (',' || s.`value` || ',') LIKE '%,readers,%';--> statement-breakpoint
INSERT INTO `job` (`kind`, `state`, `made_at`, `next_at`) SELECT 'inbox', 'waiting', CAST((julianday('now') - 2440587.5) * 86400000 AS integer), 0 FROM `setting` WHERE `name` = 'inboxAsked';--> statement-breakpoint
DELETE FROM `setting` WHERE `name` = 'inboxAsked' OR `name` LIKE 'unsettled:%' OR `name` LIKE 'resettle:%' OR `name` LIKE 'rederive:%';
