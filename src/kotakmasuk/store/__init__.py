"""The SQLite files: all SQL of the program, and nothing else.

sqlite-utils looks for pysqlite3 before the standard library; naming SQLCipher so makes
its errors ours. It must happen before anybody imports sqlite_utils.
"""

import sys

import sqlcipher3
import sqlcipher3.dbapi2


sys.modules.setdefault("pysqlite3", sqlcipher3)
sys.modules.setdefault("pysqlite3.dbapi2", sqlcipher3.dbapi2)
