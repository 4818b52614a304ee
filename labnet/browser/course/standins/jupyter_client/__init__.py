"""Stands in for jupyter_client, as nbclient does here for nbclient."""
