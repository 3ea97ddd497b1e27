# The names of sqlite3.dbapi2; the classes are others at run time. So catch this
# module's errors, not sqlite3's, which they do not inherit from.
from sqlite3.dbapi2 import *
