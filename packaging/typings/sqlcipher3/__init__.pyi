# sqlcipher3 ships no types; it is the standard sqlite3, built on SQLCipher.
from sqlcipher3.dbapi2 import *
