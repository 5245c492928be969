import sys,json,time,threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit, parse_qsl
class H(BaseHTTPRequestHandler):
    def log_message(s,*a): pass
    def reply(s,status,body,ctype='text/html; charset=utf-8',headers=()):
        body=body.encode() if isinstance(body,str) else body
        s.send_response(status)
        for k,v in headers: s.send_header(k,v)
        if ctype: s.send_header('Content-Type',ctype)
        s.send_header('Content-Length',str(len(body)))
        s.end_headers()
        if s.command!='HEAD': s.wfile.write(body)
    def do(s):
        u=urlsplit(s.path); n=int(s.headers.get('Content-Length') or 0); body=s.rfile.read(n)
        p=u.path.strip('/').split('/')
        if p[0]=='status': return s.reply(int(p[1]),'status '+p[1],'text/plain')
        if p[0]=='echo':
            return s.reply(200,json.dumps({'method':s.command,'args':parse_qsl(u.query,True),'path':s.path,'body':body.decode('latin-1'),'type':s.headers.get('Content-Type'),'x':s.headers.get('X-Test'),'auth':s.headers.get('Authorization'),'cookie':s.headers.get('Cookie')}),'application/json')
        if p[0]=='redirect':
            n=int(p[1]); return s.reply(302,'',None,[('Location','/redirect/%d'%(n-1) if n>1 else '/ok')])
        if p[0]=='loop': return s.reply(302,'',None,[('Location','/loop')])
        if p[0]=='see': return s.reply(303,'',None,[('Location','/echo')])
        if p[0]=='keep': return s.reply(307,'',None,[('Location','/echo')])
        if p[0]=='cookie': return s.reply(302,'',None,[('Set-Cookie','session=abc; Path=/'),('Location','/echo')])
        if p[0]=='slow': time.sleep(float(p[1])); return s.reply(200,'slow')
        if p[0]=='gbk': return s.reply(200,'<p>你好</p>'.encode('gbk'),'text/html; charset=gbk')
        if p[0]=='nocharset': return s.reply(200,'<p>é 你</p>','text/html')
        if p[0]=='json': return s.reply(200,'{"a": [1, 2, {"b": null}], "c": "é"}','application/json')
        if p[0]=='lines': return s.reply(200,'one\ntwo\nthree\n','text/plain')
        if p[0]=='none': return s.reply(404,'<h1>none</h1>')
        return s.reply(200,'<html><title>ok</title><p class="a">ok</p></html>',headers=[('X-One','1'),('x-two','2')])
    do_GET=do_POST=do_PUT=do_DELETE=do_PATCH=do_HEAD=do_OPTIONS=do
srv=ThreadingHTTPServer(('127.0.0.1',int(sys.argv[1])),H)
threading.Timer(float(sys.argv[2]),srv.shutdown).start()
srv.serve_forever()
