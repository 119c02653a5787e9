"""The pages of the site: the plan, the values that each template shows, and the bytes."""
