CREATE TABLE `alert` (
	`id` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`rule_id` integer NOT NULL,
	`kind` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer,
	`facts` text NOT NULL,
	`state` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`problem` text,
	`created_at` integer NOT NULL,
	`sent_at` integer,
	FOREIGN KEY (`rule_id`) REFERENCES `alert_rule`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `alert_rule_subject` ON `alert` (`rule_id`,`kind`,`subject`);--> statement-breakpoint
CREATE TABLE `alert_rule` (
	`id` integer PRIMARY KEY NOT NULL,
	`publication_id` integer NOT NULL,
	`kinds` text NOT NULL,
	`sure` text NOT NULL,
	`by` text NOT NULL,
	`address` text NOT NULL,
	`locale` text NOT NULL,
	`quiet_from` integer,
	`quiet_to` integer,
	`paused` integer DEFAULT false NOT NULL,
	`since` integer,
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade
);
