// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <services/shop/catalogue/picture.h>
#include <services/shop/catalogue/pictureform.h>
#include <services/shop/seed/product.h>

#include <QSet>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace services::shop;
using catalogue::drawPicture;

namespace {

QString errorOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    while (!reader.atEnd())
        reader.readNext();
    return reader.errorString();
}

// The last element drawn tells the form: the parcel's ribbon, or something else.
bool isParcel(const QByteArray &svg)
{
    return svg.contains(catalogue::leisureForms().back().body);
}

QByteArray withoutTitle(const QByteArray &svg)
{
    return svg.left(svg.indexOf("<title>")) + svg.mid(svg.indexOf("</title>"));
}

} // namespace

class PictureTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyProductHasASmallValidPictureOfItsOwn()
    {
        QSet<QByteArray> pictures;
        for (const auto &product : seed::products()) {
            const auto svg = drawPicture({product.id, product.name, product.category});
            QVERIFY2(svg.size() < 4096, qPrintable(product.name));
            QVERIFY2(errorOf(svg).isEmpty(), qPrintable(product.name + u": "_s + errorOf(svg)));
            QVERIFY2(!isParcel(svg), qPrintable(product.name + u" has no form"_s));
            pictures.insert(withoutTitle(svg));
        }
        // Hues are drawn by lot: a few of 1,200 may meet, but no more than a few.
        QVERIFY2(pictures.size() > 1100, qPrintable(QString::number(pictures.size())));
    }

    void theSameProductIsAlwaysDrawnAlike()
    {
        QCOMPARE(drawPicture({u"p-1"_s, u"Orla oak mug"_s, u"Tableware"_s}),
                 drawPicture({u"p-1"_s, u"Orla oak mug"_s, u"Tableware"_s}));
    }

    void categoriesHaveGroundsOfTheirOwn()
    {
        const auto kitchen = drawPicture({u"p-1"_s, u"Orla oak mug"_s, u"Kitchen"_s});
        const auto garden = drawPicture({u"p-1"_s, u"Orla oak mug"_s, u"Garden"_s});
        QVERIFY(kitchen != garden);
    }

    void namesOfAnyKindGiveAPicture_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("no name") << u""_s;
        QTest::newRow("markup") << u"<script>alert(\"1\")</script> & ]]>"_s;
        QTest::newRow("quotes") << u"\"'>\"'"_s;
        QTest::newRow("another script") << u"茶碗 \U0001F375"_s;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xd800));
        QTest::newRow("spaces") << u"   "_s;
        QTest::newRow("a pattern") << u".* (mug"_s;
    }
    void namesOfAnyKindGiveAPicture()
    {
        QFETCH(QString, name);
        const auto svg = drawPicture({u"x"_s, name, u"<>"_s});
        QVERIFY2(errorOf(svg).isEmpty(), qPrintable(errorOf(svg)));
        QVERIFY(isParcel(svg));
        QVERIFY(!svg.contains("<script"));
    }
};

QTEST_GUILESS_MAIN(PictureTest)
#include "tst_picture.moc"
