// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "systems.h"

#include <model/layout/drawntext.h>
#include <model/layout/fittedsizes.h>
#include <model/layout/graphvizlayouter.h>
#include <model/layout/svgwriter.h>

#include <QTest>
#include <QXmlStreamReader>

using namespace model::layout;
using namespace Qt::StringLiterals;
using tests::layout::requestFor;
using tests::layout::shop;

namespace {

QByteArray svgOf(LayoutRequest request)
{
    request.sizes = fittedSizes(request.system, request.packaging);
    GraphvizLayouter layouter;
    const auto layout = layouter.layOut(request);
    return layout ? writeSvg(request, *layout) : QByteArray();
}

struct Document
{
    QString error; // empty: well-formed
    QStringList texts; // what is drawn
    QStringList titles; // what is heard
    QMap<QString, int> classes;
    QStringList references; // anything outside the document
};

Document read(const QByteArray &svg)
{
    Document document;
    QXmlStreamReader xml(svg);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        ++document.classes[xml.attributes().value(u"class"_s).toString()];
        for (const auto &attribute : xml.attributes()) {
            const auto value = attribute.value();
            if (attribute.name() == u"href" || (value.contains(u"url(") && !value.startsWith(u"url(#")))
                document.references += value.toString();
        }
        if (xml.name() == u"text")
            document.texts += xml.readElementText();
        else if (xml.name() == u"title")
            document.titles += xml.readElementText();
    }
    document.error = xml.errorString();
    return document;
}

// A system in which every text says `text`.
LayoutRequest speaking(const QString &text, const QString &packaging)
{
    auto system = shop();
    system.title = text;
    for (auto &capability : system.capabilities) {
        capability.title = text;
        capability.purpose = text;
        capability.owns = {text};
    }
    for (auto &team : system.teams)
        team.title = text;
    for (auto &topic : system.topics)
        topic.summary = text;
    LayoutRequest request = requestFor(system, packaging);
    request.packaging.title = text;
    for (auto &unit : request.packaging.units)
        unit.title = text;
    return request;
}

} // namespace

class TestSvgWriter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheShop_data()
    {
        QTest::addColumn<QString>("packaging");
        QTest::addColumn<QString>("figures");
        QTest::addColumn<int>("units");
        QTest::addColumn<int>("modules");
        QTest::newRow("monolith") << u"monolith"_s << u"1 unit · 7 teams · 1 database"_s << 0 << 11;
        QTest::newRow("by team") << u"by-team"_s << u"7 units · 7 teams · 6 databases"_s << 4 << 7;
        QTest::newRow("microservices")
            << u"microservices"_s << u"11 units · 7 teams · 10 databases"_s << 11 << 0;
    }
    void showsTheShop()
    {
        QFETCH(QString, packaging);
        QFETCH(QString, figures);
        QFETCH(int, units);
        QFETCH(int, modules);
        const Document document = read(svgOf(requestFor(shop(), packaging)));
        QVERIFY2(document.error.isEmpty(), qPrintable(document.error));
        QVERIFY(document.references.isEmpty()); // self-contained
        QVERIFY2(document.texts.contains(figures), qPrintable(document.texts.join(u'|')));
        for (const auto &capability : shop().capabilities)
            QVERIFY2(document.texts.contains(capability.title), qPrintable(capability.title));
        QCOMPARE(document.classes.value(u"unit"_s), units);
        QCOMPARE(document.classes.value(u"module-node"_s), modules);
    }

    void saysWhatItShows()
    {
        const Document document = read(svgOf(requestFor(shop(), u"microservices"_s)));
        QCOMPARE(document.titles.front(), u"Shop: Microservices"_s);
        QVERIFY(document.titles.contains(u"Cart needs Catalogue"_s));
        QVERIFY(document.titles.contains(u"Storefront calls, but can do without Search"_s));
        QVERIFY(document.titles.contains(u"Orders sends messages to topic order.placed"_s));
        QVERIFY(document.titles.contains(u"Orders keeps its data in orders.db"_s));
        const auto catalogue
            = document.titles.filter(u"Catalogue, team Discovery, 4 endpoints, 1 instance."_s);
        QCOMPARE(catalogue.size(), 1);
    }

    void explainsOnlyTheLinesThatItHas()
    {
        const QStringList monolith = read(svgOf(requestFor(shop(), u"monolith"_s))).texts;
        QVERIFY(monolith.contains(u"required call"_s));
        QVERIFY(!monolith.contains(u"messages"_s));
        QVERIFY(read(svgOf(requestFor(shop(), u"microservices"_s))).texts.contains(u"messages"_s));
    }

    void drawsAPipForEachInstance()
    {
        LayoutRequest request = requestFor(shop(), u"microservices"_s);
        request.packaging.units.front().instances = 3;
        QCOMPARE(read(svgOf(request)).classes.value(u"pip"_s), 13);
        request.packaging.units.front().instances = 1'000'000;
        QVERIFY(read(svgOf(request)).classes.value(u"pip"_s) < 30);
        request.packaging.units.front().instances = -1;
        QCOMPARE(read(svgOf(request)).classes.value(u"pip"_s), 10);
    }

    void staysValidWhateverTheTextsSay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"</text></svg><script>alert(1)</script>"_s;
        QTest::newRow("entities") << u"&amp; &nbsp; &#0; & ]]> <!-- --"_s;
        QTest::newRow("quotes") << u"\"'`"_s;
        QTest::newRow("control characters") << u"a\u0000b\u0001c\u001b[31m\u0085d"_s;
        QTest::newRow("lone surrogates") << u"a"_s + QChar(0xd800) + u"b"_s + QChar(0xdfff);
        QTest::newRow("no characters") << QString(QChar(0xfffe)) + QChar(0xffff);
        QTest::newRow("right to left") << u"\u202eعربة التسوق\u202c"_s;
        QTest::newRow("emoji") << u"🛒👩‍👩‍👧‍👦 Einkaufswagen 購物車"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("placeholders") << u"%1 %2 %3 %99"_s;
        QTest::newRow("very long") << QString(100'000, u'W');
    }
    void staysValidWhateverTheTextsSay()
    {
        QFETCH(QString, text);
        for (const QString &packaging : model::packaging::presetIds()) {
            const LayoutRequest request = speaking(text, packaging);
            const Document document = read(svgOf(request));
            QVERIFY2(document.error.isEmpty(), qPrintable(document.error));
            QVERIFY(!document.classes.contains(u"script"_s));
            const Sizes sizes = fittedSizes(request.system, request.packaging);
            for (const QString &drawn : document.texts)
                QVERIFY(drawn.isEmpty() || widthOf(drawn, {11}) < 2'000);
            QVERIFY(sizes.unit.width() <= 300 && sizes.module.width() <= 300);
        }
    }

    void aTitleNeverLeavesItsBox()
    {
        const QString title(500, u'W');
        const LayoutRequest request = speaking(title, u"microservices"_s);
        const double room = fittedSizes(request.system, request.packaging).unit.width() - 20;
        int elidedTitles = 0;
        for (const QString &text : read(svgOf(request)).texts) {
            if (!text.startsWith(u"WW"))
                continue;
            ++elidedTitles;
            QVERIFY(text.endsWith(QChar(0x2026)));
        }
        QVERIFY(elidedTitles >= 22); // of eleven units, their titles and teams
        QVERIFY(widthOf(elided(title, {13, true}, room), {13, true}) <= room);
    }

    void equalRequestsGiveEqualBytes()
    {
        const QByteArray first = svgOf(requestFor(shop(), u"by-team"_s));
        QVERIFY(!first.isEmpty());
        QCOMPARE(svgOf(requestFor(shop(), u"by-team"_s)), first);
    }

    void drawsWhatIsNotThere()
    {
        QVERIFY(read(svgOf({})).error.isEmpty());
        LayoutRequest request;
        request.system = shop();
        request.packaging.units = {{{u"ghosts"_s}, u"Ghosts"_s, {{u"nobody"_s}, {u"nothing"_s}}, 1},
                                   {{u"ghost"_s}, u"Ghost"_s, {{u"nobody"_s}}, 1},
                                   {{u"empty"_s}, u"Empty"_s, {}, 0}};
        const Document document = read(svgOf(request));
        QVERIFY2(document.error.isEmpty(), qPrintable(document.error));
        QVERIFY(document.texts.contains(u"Ghosts"_s));
    }

    void drawsAThousandCapabilities()
    {
        const Document document = read(svgOf(requestFor(tests::layout::random(1'000, 1), u"monolith"_s)));
        QVERIFY(document.error.isEmpty());
        QCOMPARE(document.classes.value(u"module-node"_s), 1'000);
    }
};

QTEST_GUILESS_MAIN(TestSvgWriter)
#include "tst_svgwriter.moc"
