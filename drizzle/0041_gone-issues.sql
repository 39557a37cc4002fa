CREATE TABLE `gone_issue` (
	`issue_id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`number` integer,
	`title` text NOT NULL,
	`sent_at` integer,
	`corrections` text NOT NULL,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `gone_issue_publication` ON `gone_issue` (`publication_id`);--> statement-breakpoint
-- numbers are given once; of imports that was kept as the next, and is the last by now
INSERT INTO `setting` (`name`, `value`)
	SELECT 'last:import', CAST(CAST(`value` AS INTEGER) - 1 AS TEXT) FROM `setting` WHERE `name` = 'nextImport';--> statement-breakpoint
DELETE FROM `setting` WHERE `name` = 'nextImport';--> statement-breakpoint
-- what the audit tells of publications that are gone is of no other
INSERT INTO `setting` (`name`, `value`)
	SELECT 'last:publication', CAST(`n` AS TEXT) FROM (SELECT max(`publication_id`) AS `n` FROM `audit`) WHERE `n` IS NOT NULL;
