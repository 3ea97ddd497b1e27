"""The one place that joins the parts; the only one that knows all of them."""

from kotakmasuk.bootstrap.start import desktop, main


__all__ = ["desktop", "main"]
