// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "smallscene.h"

#include <app/graph/sheet.h>
#include <app/graph/signs.h>

#include <QTest>
#include <QXmlStreamReader>

using namespace tests::graph;
using app::style::Role;
using app::style::Theme;

namespace {

// Two pictures which differ in how well the left box is.
Sheet sheetOfTwo()
{
    Sheet sheet{u"The shop"_s,
                {{u"One"_s, u"1 unit"_s, scene(), {}}, {u"Other"_s, u"3 units"_s, scene(), {}}}};
    auto &left = sheet.parts.back().vitality.nodes[unit(u"left"_s)];
    left.health = Health::Bad;
    left.reason = u"crashed 8 s ago"_s;
    return sheet;
}

QStringList textsOf(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    QStringList texts;
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"text"_s)
            texts << reader.readElementText();
    }
    return reader.hasError() ? QStringList{reader.errorString()} : texts;
}

// What is explained below the pictures, but for the teams.
QStringList signsBelow(const Sheet &sheet)
{
    QStringList known;
    for (int sign = 0; sign <= static_cast<int>(Sign::Down); ++sign)
        known << meaningOf(static_cast<Sign>(sign));
    QStringList told;
    for (const auto &text : textsOf(writeSheet(sheet, Theme::light(), {}))) {
        if (known.contains(text))
            told << text;
    }
    return told;
}

const EdgeId required{unit(u"left"_s), unit(u"right"_s)};
const EdgeId optional{unit(u"left"_s), unit(u"below"_s)};

// With a line of each kind.
Sheet sheetOfAllLines()
{
    using model::layout::EdgeKind;
    auto layout = scene().layout();
    const auto line = [&](const EdgeId &ends, EdgeKind kind, double y) {
        layout.edges.push_back(
            {ends.from, ends.to, kind, {QPointF(20, y), QPointF(40, y), QPointF(60, y), QPointF(80, y)}});
    };
    line(optional, EdgeKind::Optional, 100);
    line({unit(u"left"_s), {NodeKind::Topic, u"news"_s}}, EdgeKind::Event, 110);
    line({unit(u"left"_s), {NodeKind::Store, u"left"_s}}, EdgeKind::Storage, 120);
    return {u"The shop"_s, {{u"One"_s, u"1 unit"_s, GraphScene(layout, {}), {}}}};
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintsAllPicturesBesideEachOther_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::light();
        QTest::newRow("dark") << Theme::dark();
        QTest::newRow("high contrast") << Theme::highContrast(true);
    }
    void paintsAllPicturesBesideEachOther()
    {
        QFETCH(const Theme, theme);
        const auto image = paintSheet(sheetOfTwo(), theme, {}, 2);
        const QRect left(0, 0, image.width() / 2, image.height());
        const QRect right = left.translated(left.width(), 0);
        QVERIFY(left.width() > 2 * 400); // the picture's, sharp
        for (const auto &half : {left, right}) {
            const auto heading = half.adjusted(0, 2 * 60, 0, -(half.height() - 2 * 110));
            const auto below = half.adjusted(0, 2 * 112, 0, 0);
            QVERIFY2(pixelsOf(image, heading, theme.color(Role::Text)) > 20, "its title");
            QVERIFY2(pixelsOf(image, below, theme.color(Role::Window)) > 4 * 120 * 60, "its boxes");
            QVERIFY2(pixelsOf(image, below, theme.color(Role::Text)) > 50, "what they are called");
        }
        QCOMPARE(pixelsOf(image, left, theme.color(Role::Bad)), 0);
        QVERIFY(pixelsOf(image, right, theme.color(Role::Bad)) > 50); // as it is now
    }

    void whatWouldBeHugeIsLessSharp()
    {
        auto layout = scene().layout();
        layout.size = {20'000, 12'000};
        const Sheet sheet{u"Large"_s, {{u"One"_s, u"1 unit"_s, GraphScene(layout, {}), {}}}};
        const auto image = paintSheet(sheet, Theme::light(), {}, 2);
        QVERIFY(!image.isNull());
        QVERIFY(static_cast<double>(image.width()) * image.height() < 50e6);
    }

    void writesThemAsADrawing()
    {
        const auto texts = textsOf(writeSheet(sheetOfTwo(), Theme::light(), {}));
        for (const auto &once :
             {u"The shop"_s, u"One"_s, u"Other"_s, u"1 unit"_s, u"crashed 8 s ago"_s, u"Web"_s})
            QVERIFY2(texts.contains(once), qPrintable(once + u" is not in "_s + texts.join(u", "_s)));
        QCOMPARE(texts.count(u"Left"_s), 2);
        QCOMPARE(texts.count(u"Below"_s), 2);
    }

    void teamsThatAreNotShownAreNotExplained()
    {
        auto sheet = sheetOfTwo();
        for (auto &part : sheet.parts)
            part.scene.setShown({.teams = false});
        QVERIFY(!textsOf(writeSheet(sheet, Theme::light(), {})).contains(u"Web"_s));
    }

    void explainsTheLinesThatOccur()
    {
        QCOMPARE(signsBelow({u"The shop"_s, {{u"One"_s, u"1 unit"_s, scene(), {}}}}), QStringList{u"call"_s});
        auto sheet = sheetOfAllLines();
        QCOMPARE(signsBelow(sheet),
                 (QStringList{u"call"_s, u"optional call"_s, u"messages"_s, u"database"_s}));
        auto &picture = sheet.parts.front().scene;
        picture.setShown({.messages = false, .stores = true});
        QCOMPARE(signsBelow(sheet), (QStringList{u"call"_s, u"optional call"_s, u"database"_s}));
        picture.setShown({.messages = true, .stores = false});
        QCOMPARE(signsBelow(sheet), (QStringList{u"call"_s, u"optional call"_s, u"messages"_s}));
        sheet.parts.clear();
        QCOMPARE(signsBelow(sheet), QStringList());
    }

    void explainsTheStatesThatOccur()
    {
        auto sheet = sheetOfAllLines();
        auto &part = sheet.parts.front();
        part.scene.setShown({.messages = false, .stores = false});
        part.vitality.edges[required] = Health::Bad;
        QCOMPARE(signsBelow(sheet), (QStringList{u"optional call"_s, u"broken"_s}));
        part.vitality.edges[optional] = Health::Degraded;
        QCOMPARE(signsBelow(sheet), (QStringList{u"some fail"_s, u"broken"_s}));
        part.vitality.edges.clear();
        part.vitality.lines = {{required, LineTrouble::Cut}, {optional, LineTrouble::Slow}};
        part.vitality.breakers = {{required, BreakerState::Open}, {optional, BreakerState::HalfOpen}};
        QCOMPARE(signsBelow(sheet),
                 (QStringList{u"call"_s, u"optional call"_s, u"slow line"_s, u"cut line"_s, u"breaker open"_s,
                              u"breaker tries"_s}));
        part.vitality = {};
        part.vitality.nodes[unit(u"left"_s)].pips = {Health::Good, Health::Bad};
        QCOMPARE(signsBelow(sheet),
                 (QStringList{u"call"_s, u"optional call"_s, u"instance up"_s, u"instance down"_s}));
        part.vitality.nodes[unit(u"right"_s)].pips = {Health::Neutral};
        QVERIFY(signsBelow(sheet).contains(u"instance starts or stops"_s));
    }

    void explainsAQueueInWhichMessagesWait()
    {
        auto sheet = sheetOfAllLines();
        auto &part = sheet.parts.front();
        auto &queue = part.vitality.queues[{unit(u"left"_s), {NodeKind::Topic, u"news"_s}}];
        queue.fill = 0.1; // they only pass: there is no sign
        QVERIFY(!signsBelow(sheet).contains(u"queue"_s));
        queue.fill = 0.5;
        QCOMPARE(signsBelow(sheet),
                 (QStringList{u"call"_s, u"optional call"_s, u"messages"_s, u"queue"_s, u"database"_s}));
        part.scene.setShown({.messages = false});
        QVERIFY(!signsBelow(sheet).contains(u"queue"_s));
    }

    void paintsTheLegendAsThePicturesAre_data() { paintsAllPicturesBesideEachOther_data(); }
    void paintsTheLegendAsThePicturesAre()
    {
        QFETCH(const Theme, theme);
        auto sheet = sheetOfAllLines();
        auto &picture = sheet.parts.front().scene;
        const auto colouredBelow = [&](Role role) {
            const auto image = paintSheet(sheet, theme, {}, 2);
            const int below = 2 * (24 + 40 + 48 + 300);
            return pixelsOf(image, image.rect().adjusted(0, below, 0, 0), theme.color(role));
        };
        QVERIFY(colouredBelow(Role::Canvas) > 1000);
        QVERIFY2(colouredBelow(Role::Good) > 50, "calls");
        QVERIFY2(colouredBelow(Role::Accent) > 5, "messages");
        QVERIFY2(colouredBelow(Role::SubtleText) > 20, "words");
        picture.setShown({.messages = false});
        QCOMPARE(colouredBelow(Role::Accent), 0);
        QCOMPARE(colouredBelow(Role::Bad), 0);
        sheet.parts.front().vitality.edges[required] = Health::Bad;
        QVERIFY2(colouredBelow(Role::Bad) > 20, "broken");
    }

    void theDrawingSaysWhatGoesOnOnTheLines()
    {
        Sheet sheet{u"The shop"_s, {{u"One"_s, u"1 unit"_s, scene(), {}}}};
        const EdgeId line{unit(u"left"_s), unit(u"right"_s)};
        auto &vitality = sheet.parts.front().vitality;
        const auto well = writeSheet(sheet, Theme::light(), {});
        const auto bad = Theme::light().color(Role::Bad).name().toUtf8();
        QVERIFY(!well.contains(bad));
        vitality.calls[line] = u"34 /s"_s;
        vitality.lines[line] = LineTrouble::Cut;
        vitality.breakers[line] = BreakerState::Open;
        vitality.edges[line] = Health::Bad;
        const auto troubled = writeSheet(sheet, Theme::light(), {});
        QVERIFY(textsOf(troubled).contains(u"34 /s"_s));
        QVERIFY(troubled.count("stroke=\"" + bad) >= 5); // the line, and ring and sign of both
        vitality.calls[line] = u"34 /s, which is more than there is room for between both of its ends"_s;
        const auto crowded = textsOf(writeSheet(sheet, Theme::light(), {}));
        QVERIFY(!crowded.contains(vitality.calls[line]));
    }
};

QTEST_MAIN(TestSheet)
#include "tst_sheet.moc"
