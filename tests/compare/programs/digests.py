"""Digests, keyed digests and encodings of bytes."""

import base64
import binascii
import hashlib
import hmac
import secrets
import uuid
import zlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "blake2b", "blake2s"):
    digest = hashlib.new(name, b"interleave")
    print(name, digest.hexdigest()[:24], digest.digest_size, digest.block_size, digest.name)
running = hashlib.sha256()
for part in (b"inter", b"leave"):
    running.update(part)
copy = running.copy()
copy.update(b"!")
print(running.hexdigest() == hashlib.sha256(b"interleave").hexdigest(), copy.hexdigest()[:8])
print(hashlib.pbkdf2_hmac("sha256", b"password", b"salt", 1000).hex()[:32])
print(hashlib.blake2b(b"x", digest_size=8, key=b"k").hexdigest(), hashlib.shake_128(b"x").hexdigest(8))
key = hmac.new(b"key", b"message", hashlib.sha256)
print(key.hexdigest(), hmac.compare_digest(key.digest(), hmac.digest(b"key", b"message", "sha256")))
print(sorted(hashlib.algorithms_guaranteed)[:4])
data = bytes(range(20))
for encode in (base64.b64encode, base64.urlsafe_b64encode, base64.b32encode, base64.b16encode, base64.b85encode, base64.a85encode):
    print(encode.__name__, encode(data))
print(base64.b64decode("aGk="), base64.b32decode("NBUQ===="), binascii.hexlify(b"hi", ":"), binascii.unhexlify("6869"))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), binascii.crc32(b"hello"))
packed = zlib.compress(b"a" * 1000)
print(len(packed) < 30, zlib.decompress(packed) == b"a" * 1000)
worker = zlib.decompressobj()
print(worker.decompress(packed[:10]) + worker.decompress(packed[10:]) + worker.flush() == b"a" * 1000)
try:
    base64.b64decode("abc")
except binascii.Error as error:
    print(error)
try:
    hashlib.new("nosuch")
except ValueError as error:
    print(error)
try:
    zlib.decompress(b"nonsense")
except zlib.error as error:
    print(type(error), isinstance(error, Exception))
print(uuid.uuid5(uuid.NAMESPACE_URL, "http://h/"), uuid.uuid3(uuid.NAMESPACE_DNS, "h"))
one = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(one.hex, one.int, one.version, one.urn, repr(one), one.fields[:2], one < uuid.UUID(int=2**127))
made = uuid.uuid4()
print(made.version, made.variant, len(str(made)))
print(len(secrets.token_hex(8)), len(secrets.token_bytes(5)), secrets.choice([7]), secrets.randbelow(1))
