"""The program's door."""

from kotakmasuk.bootstrap import desktop, main


__all__ = ["desktop", "main"]

if __name__ == "__main__":
    main()
