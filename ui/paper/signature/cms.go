package signature

import (
	"bytes"
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rsa"
	_ "crypto/sha256" // the sums that signatures are made of
	_ "crypto/sha512"
	"encoding/asn1"
	"errors"
	"math/big"
	"time"
)

// The structures of CMS (RFC 5652) and of certificates (RFC 5280), no further than is needed.
type (
	contentInfo struct {
		Type    asn1.ObjectIdentifier
		Content asn1.RawValue `asn1:"explicit,tag:0"`
	}
	signedData struct {
		Version      int
		Digests      asn1.RawValue `asn1:"set"`
		Content      asn1.RawValue
		Certificates asn1.RawValue `asn1:"optional,tag:0"`
		Revocations  asn1.RawValue `asn1:"optional,tag:1"`
		Signers      []signerInfo  `asn1:"set"`
	}
	signerInfo struct {
		Version   int
		Who       asn1.RawValue
		Digest    algorithm
		Signed    asn1.RawValue `asn1:"optional,tag:0"`
		Method    algorithm
		Signature []byte
		Unsigned  asn1.RawValue `asn1:"optional,tag:1"`
	}
	algorithm struct {
		Name       asn1.ObjectIdentifier
		Parameters asn1.RawValue `asn1:"optional"`
	}
	attribute struct {
		Type   asn1.ObjectIdentifier
		Values asn1.RawValue `asn1:"set"`
	}
	issuerAndSerial struct {
		Issuer asn1.RawValue
		Serial *big.Int
	}
	certificate struct {
		Body      body
		Method    algorithm
		Signature asn1.BitString
	}
	body struct {
		Version  int `asn1:"optional,explicit,default:0,tag:0"`
		Serial   *big.Int
		Method   algorithm
		Issuer   asn1.RawValue
		Validity asn1.RawValue
		Subject  asn1.RawValue
		Key      publicKey
	}
	publicKey struct {
		Method algorithm
		Key    asn1.BitString
	}
	name struct {
		Type  asn1.ObjectIdentifier
		Value asn1.RawValue
	}
)

var (
	oidSigned      = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 7, 2}
	oidMessageSum  = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 4}
	oidSigningTime = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 9, 5}
	oidCommonName  = asn1.ObjectIdentifier{2, 5, 4, 3}
	oidRSA         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 1}
	oidPSS         = asn1.ObjectIdentifier{1, 2, 840, 113549, 1, 1, 10}
	oidEllipticKey = asn1.ObjectIdentifier{1, 2, 840, 10045, 2, 1}

	sums = map[string]crypto.Hash{
		"2.16.840.1.101.3.4.2.1": crypto.SHA256, "2.16.840.1.101.3.4.2.2": crypto.SHA384, "2.16.840.1.101.3.4.2.3": crypto.SHA512,
	}
	curves = map[string]elliptic.Curve{
		"1.2.840.10045.3.1.7": elliptic.P256(), "1.3.132.0.34": elliptic.P384(), "1.3.132.0.35": elliptic.P521(),
	}
)

var errForm = errors.New("no signature of a known form")

// cms is a detached signature, as much of it as is needed.
type cms struct {
	info   signerInfo
	key    publicKey
	signer string
	at     time.Time
	sum    []byte // of what was signed, as the signed attributes give it
}

// parse reads a signature; zeros may follow it.
func parse(der []byte) (*cms, error) {
	var outer contentInfo
	if _, err := asn1.Unmarshal(der, &outer); err != nil {
		return nil, err
	}
	if !outer.Type.Equal(oidSigned) {
		return nil, errForm
	}
	var data signedData
	if _, err := asn1.Unmarshal(outer.Content.Bytes, &data); err != nil {
		return nil, err
	}
	if len(data.Signers) != 1 {
		return nil, errForm
	}
	c := &cms{info: data.Signers[0]}
	if err := c.certify(data.Certificates.Bytes); err != nil {
		return nil, err
	}
	return c, c.attributes()
}

// certify finds the certificate of the signer.
func (c *cms) certify(certificates []byte) error {
	var who issuerAndSerial
	if _, err := asn1.Unmarshal(c.info.Who.FullBytes, &who); err != nil {
		return err
	}
	for len(certificates) > 0 {
		var cert certificate
		rest, err := asn1.Unmarshal(certificates, &cert)
		if err != nil {
			return err
		}
		certificates = rest
		if cert.Body.Serial.Cmp(who.Serial) == 0 && bytes.Equal(cert.Body.Issuer.FullBytes, who.Issuer.FullBytes) {
			c.key, c.signer = cert.Body.Key, commonName(cert.Body.Subject.FullBytes)
			return nil
		}
	}
	return errForm
}

// commonName is the last common name of a distinguished name; empty for none.
func commonName(der []byte) (found string) {
	var parts []asn1.RawValue
	if _, err := asn1.Unmarshal(der, &parts); err != nil {
		return ""
	}
	for _, part := range parts {
		for rest := part.Bytes; len(rest) > 0; {
			var n name
			var err error
			if rest, err = asn1.Unmarshal(rest, &n); err != nil {
				break
			}
			var text string
			if _, err := asn1.Unmarshal(n.Value.FullBytes, &text); err == nil && n.Type.Equal(oidCommonName) {
				found = text
			}
		}
	}
	return found
}

// attributes reads those that were signed.
func (c *cms) attributes() error {
	for rest := c.info.Signed.Bytes; len(rest) > 0; {
		var a attribute
		var err error
		if rest, err = asn1.Unmarshal(rest, &a); err != nil {
			return err
		}
		switch {
		case a.Type.Equal(oidMessageSum):
			_, err = asn1.Unmarshal(a.Values.Bytes, &c.sum)
		case a.Type.Equal(oidSigningTime):
			_, err = asn1.Unmarshal(a.Values.Bytes, &c.at)
		}
		if err != nil {
			return err
		}
	}
	if c.sum == nil {
		return errForm
	}
	return nil
}

// verify holds the signature against the two parts that it covers.
func (c *cms) verify(first, second []byte) State {
	hash, ok := sums[c.info.Digest.Name.String()]
	if !ok {
		return Unreadable
	}
	h := hash.New()
	h.Write(first)
	h.Write(second)
	if !bytes.Equal(h.Sum(nil), c.sum) {
		return Altered
	}
	// What is signed are the attributes, under the tag of a set (RFC 5652, 5.4).
	signed := append([]byte{}, c.info.Signed.FullBytes...)
	signed[0] = 0x31
	h = hash.New()
	h.Write(signed)
	return c.signedBy(hash, h.Sum(nil))
}

// signedBy tells whether the key of the certificate signed that sum.
func (c *cms) signedBy(hash crypto.Hash, sum []byte) State {
	switch method := c.key.Method.Name; {
	case method.Equal(oidRSA), method.Equal(oidPSS):
		var key struct {
			N *big.Int
			E int
		}
		if _, err := asn1.Unmarshal(c.key.Key.Bytes, &key); err != nil || key.N.Sign() <= 0 {
			return Unreadable
		}
		public := &rsa.PublicKey{N: key.N, E: key.E}
		if c.info.Method.Name.Equal(oidPSS) {
			return held(rsa.VerifyPSS(public, hash, sum, c.info.Signature, nil) == nil)
		}
		return held(rsa.VerifyPKCS1v15(public, hash, sum, c.info.Signature) == nil)
	case method.Equal(oidEllipticKey):
		var curve asn1.ObjectIdentifier
		if _, err := asn1.Unmarshal(c.key.Method.Parameters.FullBytes, &curve); err != nil || curves[curve.String()] == nil {
			return Unreadable
		}
		public, err := ecdsa.ParseUncompressedPublicKey(curves[curve.String()], c.key.Key.Bytes)
		if err != nil {
			return Unreadable
		}
		return held(ecdsa.VerifyASN1(public, sum, c.info.Signature))
	}
	return Unreadable
}

func held(ok bool) State {
	if ok {
		return Whole
	}
	return Altered
}
