"""usage: verify_by_c.py LIBRARY RECORD...: each record is verified by the C interface too, and is the same."""

import ctypes
import sys


class Error(ctypes.Structure):
    _fields_ = [('size', ctypes.c_size_t), ('language', ctypes.c_int32), ('code', ctypes.c_int32), ('row', ctypes.c_int64), ('line', ctypes.c_int64),
                ('field', ctypes.c_char * 96), ('value', ctypes.c_char * 128), ('text', ctypes.c_char * 512), ('least', ctypes.c_int64),
                ('most', ctypes.c_int64)]


c = ctypes.CDLL(sys.argv[1])
c.fleks_rates_embedded.restype = c.fleks_verify.restype = ctypes.c_void_p
c.fleks_text_data.restype = ctypes.c_char_p
c.fleks_text_data.argtypes = c.fleks_text_free.argtypes = [ctypes.c_void_p]
rates, wrong = ctypes.c_void_p(c.fleks_rates_embedded()), 0
for path in sys.argv[2:]:
    with open(path, 'rb') as file:
        record = file.read()
    same, error = ctypes.c_int32(-1), Error(size=ctypes.sizeof(Error), language=1)
    text = c.fleks_verify(rates, record, ctypes.c_size_t(len(record)), 1, 1, ctypes.byref(same), ctypes.byref(error))
    if same.value != 1:
        wrong += 1
        print(f'{path}: {error.text.decode() if text is None else c.fleks_text_data(text).decode()[:300]}')
    if text is not None:
        c.fleks_text_free(text)
print(f'{len(sys.argv) - 2} records, {wrong} wrong')
sys.exit(wrong != 0)
