CREATE TABLE `default_view` (
	`user_id` text NOT NULL,
	`publication_id` integer NOT NULL,
	`view_id` integer NOT NULL,
	PRIMARY KEY(`user_id`, `publication_id`),
	FOREIGN KEY (`publication_id`) REFERENCES `publication`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`view_id`) REFERENCES `saved_view`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
ALTER TABLE `saved_view` ADD `owner_id` text;--> statement-breakpoint
ALTER TABLE `publication` ADD `archived_at` integer;--> statement-breakpoint
ALTER TABLE `publication` ADD `deletes_at` integer;