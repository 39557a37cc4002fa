CREATE TABLE `logo` (
	`publication_id` integer PRIMARY KEY NOT NULL,
	`png` blob NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
DROP INDEX `mailing_due`;--> statement-breakpoint
ALTER TABLE `mailing` ADD `recipient` text DEFAULT '' NOT NULL;--> statement-breakpoint
INSERT INTO `mailing` (`schedule_id`, `due`, `state`, `recipients`, `recipient`, `attempts`, `next_at`, `claimed_until`, `problem`, `report_id`, `created_at`, `sent_at`)
SELECT m.`schedule_id`, m.`due`, m.`state`, m.`recipients`, r.`value`, m.`attempts`, m.`next_at`, m.`claimed_until`, m.`problem`, m.`report_id`, m.`created_at`, m.`sent_at`
FROM `mailing` m, json_each(m.`recipients`) r;--> statement-breakpoint
DELETE FROM `mailing` WHERE `recipient` = '';--> statement-breakpoint
CREATE UNIQUE INDEX `mailing_due` ON `mailing` (`schedule_id`,`due`,`recipient`);--> statement-breakpoint
ALTER TABLE `schedule` ADD `sponsor` text;