"""Addresses and networks, without a network."""

import ipaddress

for text in ("192.168.1.10", "::1", "2001:db8::ff", "8.8.8.8", "127.0.0.1", "10.1.2.3", "fe80::1", "224.0.0.1"):
    address = ipaddress.ip_address(text)
    print(address, address.version, address.is_private, address.is_loopback, address.is_multicast, address.is_global, int(address) % 1000)
network = ipaddress.ip_network("192.168.0.0/29")
print(network.num_addresses, network.netmask, network.broadcast_address, network.prefixlen, network.hostmask)
print([str(host) for host in network.hosts()])
print(list(ipaddress.ip_network("10.0.0.0/30").subnets(new_prefix=31)), network.supernet(), network.overlaps(ipaddress.ip_network("192.168.0.4/32")))
print(ipaddress.ip_address("192.168.0.3") in network, ipaddress.ip_interface("10.0.0.5/24").network)
print(ipaddress.ip_address("10.0.0.1") + 5, ipaddress.ip_address("10.0.0.1") < ipaddress.ip_address("10.0.0.2"))
print(ipaddress.ip_address("2001:db8::1").exploded, ipaddress.ip_address("0:0::1").compressed, repr(ipaddress.ip_address("1.2.3.4")))
print(list(ipaddress.summarize_address_range(ipaddress.ip_address("10.0.0.0"), ipaddress.ip_address("10.0.0.5"))))
print(list(ipaddress.collapse_addresses([ipaddress.ip_network("10.0.0.0/25"), ipaddress.ip_network("10.0.0.128/25")])))
print(ipaddress.ip_address("1.2.3.4").packed, ipaddress.ip_address("1.2.3.4").reverse_pointer, f"{ipaddress.ip_address('1.2.3.4'):b}")
for wrong in ("300.1.1.1", "1.2.3", "a::b::c", "01.2.3.4"):
    try:
        ipaddress.ip_address(wrong)
    except ValueError as error:
        print(error)
try:
    ipaddress.ip_network("192.168.0.1/24")
except ValueError as error:
    print(error)
