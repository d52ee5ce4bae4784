"""The commands of the staff side: `staff`, `report`, `sync`."""
