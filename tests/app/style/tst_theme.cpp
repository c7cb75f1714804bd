// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/style/appearance.h>
#include <app/style/label.h>
#include <app/style/stylesheet.h>

#include <QApplication>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStyle>
#include <QStyleOption>
#include <QTabBar>
#include <QTest>
#include <QTextDocument>
#include <QToolButton>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace app::style;

namespace {

// WCAG 2.2, "relative luminance" and "contrast ratio".
double luminance(const QColor &color)
{
    const auto part = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(color.redF()) + 0.7152 * part(color.greenF()) + 0.0722 * part(color.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const auto [dark, light] = std::minmax({luminance(one), luminance(other)});
    return (light + 0.05) / (dark + 0.05);
}

std::vector<Theme> themes()
{
    return {Theme::light(), Theme::dark(), Theme::highContrast(false), Theme::highContrast(true)};
}

QString nameOf(const Theme &theme)
{
    return (theme.isDark() ? u"dark"_s : u"light"_s)
        + (theme.isHighContrast() ? u", high contrast"_s : QString());
}

} // namespace

class TestTheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTipIsPlainAndSpansNoScreen()
    {
        const QString words = tip(u"Measured over the last second, "_s.repeated(6) + u"a < b\nDeclared"_s);
        QVERIFY(!Qt::mightBeRichText(words)); // a screen reader reads it out
        QCOMPARE(words.section(u'\n', -1), u"Declared"_s);
        for (const auto &line : words.split(u'\n'))
            QVERIFY2(line.size() <= 64, qPrintable(line));
        QCOMPARE(tip(QString()), QString());
        QVERIFY(!tip(u"<b>of a file</b>"_s).contains(u"<b>"_s)); // is shown as it was written
    }

    // WCAG 2.2, 1.4.3 (text) and 1.4.11 (what carries a meaning), at level AA; the theme for those who need
    // more keeps 1.4.6 (AAA) for its text.
    void whatIsShownTogetherCanBeSeen_data()
    {
        QTest::addColumn<Role>("shown");
        QTest::addColumn<Role>("ground");
        QTest::addColumn<bool>("isText");
        const std::pair<const char *, Role> grounds[] = {{"a panel", Role::Window},
                                                         {"a canvas", Role::Canvas},
                                                         {"a card", Role::Raised},
                                                         {"a neutral chip", Role::NeutralFill}};
        const std::pair<const char *, Role> texts[]
            = {{"text", Role::Text}, {"subtle text", Role::SubtleText},
               {"good", Role::Good}, {"warning", Role::Warning},
               {"bad", Role::Bad},   {"neutral", Role::Neutral}};
        const std::pair<const char *, Role> signs[] = {{"selection and requests", Role::Accent},
                                                       {"the monolith's line", Role::Monolith},
                                                       {"the microservices' line", Role::Microservices},
                                                       {"the edge of a field", Role::Control}};
        for (const auto &[where, ground] : grounds) {
            for (const auto &[what, text] : texts)
                QTest::addRow("%s on %s", what, where) << text << ground << true;
            for (const auto &[what, sign] : signs)
                QTest::addRow("%s on %s", what, where) << sign << ground << false;
        }
        QTest::addRow("a good chip") << Role::Good << Role::GoodFill << true;
        QTest::addRow("a warning chip") << Role::Warning << Role::WarningFill << true;
        QTest::addRow("a bad chip") << Role::Bad << Role::BadFill << true;
        QTest::addRow("a notice") << Role::Text << Role::WarningFill << true;
        QTest::addRow("the primary button") << Role::AccentText << Role::Accent << true;
        QTest::addRow("a menu's chosen line") << Role::Text << Role::AccentFill << true;
        QTest::addRow("a topic's figures") << Role::SubtleText << Role::AccentFill << true;
        QTest::addRow("a topic that is not well") << Role::Warning << Role::AccentFill << true;
        QTest::addRow("a topic that is broken") << Role::Bad << Role::AccentFill << true;
        QTest::addRow("what is chosen on its ground") << Role::Accent << Role::AccentFill << false;
        QTest::addRow("the edge of a chip") << Role::Bad << Role::Window << false;
    }
    void whatIsShownTogetherCanBeSeen()
    {
        QFETCH(Role, shown);
        QFETCH(Role, ground);
        QFETCH(bool, isText);
        for (const auto &theme : themes()) {
            const double ratio = contrast(theme.color(shown), theme.color(ground));
            const double textNeeds = theme.isHighContrast() && ground != Role::AccentFill ? 7 : 4.5;
            QVERIFY2(ratio >= (isText ? textNeeds : 3),
                     qPrintable(u"%1, %2"_s.arg(ratio).arg(nameOf(theme))));
        }
    }

    // The pairs which the style sheet puts together are found there, so that none is forgotten.
    void eachRuleOfTheStyleSheetCanBeRead()
    {
        static const QRegularExpression block(u"([^{}]+)\\{([^{}]*)\\}"_s);
        const auto colours = [](const char *property) {
            return QRegularExpression(u"(?:^|[ ;\n])"_s + QLatin1StringView(property)
                                      + u": (#[0-9a-f]{6})"_s);
        };
        const std::pair<QRegularExpression, QRegularExpression> pairs[]
            = {{colours("color"), colours("background")},
               {colours("selection-color"), colours("selection-background-color")}};
        for (const auto &theme : themes()) {
            int compared = 0;
            auto rules = block.globalMatch(styleSheet(theme));
            while (rules.hasNext()) {
                const auto rule = rules.next();
                for (const auto &[ink, paper] : pairs) {
                    const auto text = ink.match(rule.captured(2));
                    const auto ground = paper.match(rule.captured(2));
                    if (!text.hasMatch() || !ground.hasMatch())
                        continue;
                    ++compared;
                    const double ratio = contrast(QColor(text.captured(1)), QColor(ground.captured(1)));
                    const QString words
                        = u"%1: %2 in %3"_s.arg(rule.captured(1)).arg(ratio).arg(nameOf(theme));
                    QVERIFY2(ratio >= 4.5, qPrintable(words));
                }
            }
            QVERIFY2(compared > 10, qPrintable(QString::number(compared))); // or they have not been found
        }
    }

    // Qt refuses to set a text to a property that it has itself, and the rule never matches.
    void noRuleAsksForAPropertyOfQts()
    {
        static const QRegularExpression asked(u"\\[(\\w+)="_s);
        QSet<QString> names;
        for (const auto &theme : themes()) {
            for (auto rules = asked.globalMatch(styleSheet(theme)); rules.hasNext();)
                names.insert(rules.next().captured(1));
        }
        QVERIFY(names.contains(u"extent"_s));
        for (const auto &name : names) {
            for (const auto *type : {&QPushButton::staticMetaObject, &QToolButton::staticMetaObject,
                                     &QLabel::staticMetaObject, &QFrame::staticMetaObject})
                QVERIFY2(type->indexOfProperty(name.toLatin1()) < 0, qPrintable(name));
        }
    }

    void aSmallButtonIsSmaller()
    {
        Appearance appearance(*qApp);
        appearance.dress();
        for (const auto preference : {Preference::Light, Preference::HighContrast}) {
            appearance.setPreference(preference);
            QPushButton usual(u"Send"_s);
            QPushButton little(u"Send"_s);
            little.setProperty("extent", u"small"_s);
            QVERIFY(little.sizeHint().height() < usual.sizeHint().height());
            QVERIFY(little.sizeHint().width() < usual.sizeHint().width());
        }
    }

    void teamsCanBeSeenAndToldApart()
    {
        for (const auto &theme : themes()) {
            for (int team = 0; team < 10; ++team) {
                for (const auto ground : {Role::Window, Role::Canvas}) {
                    const double ratio = contrast(theme.team(team), theme.color(ground));
                    QVERIFY2(ratio >= 3,
                             qPrintable(u"team %1: %2, %3"_s.arg(team).arg(ratio).arg(nameOf(theme))));
                }
                for (int other = 0; other < team; ++other)
                    QVERIFY(theme.team(team) != theme.team(other));
            }
        }
    }

    void nothingMovesForThoseWhoWishSo()
    {
        Appearance appearance(*qApp);
        appearance.setMotion(Motion::Full);
        QVERIFY(appearance.theme().change().count() > 0);
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        appearance.setMotion(Motion::Reduced);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(appearance.theme().change().count(), 0);
        QVERIFY(appearance.theme().isStill());
    }

    void lettersGrowForARoomFullOfPeople()
    {
        Appearance appearance(*qApp);
        const double usual = QApplication::font().pointSizeF();
        appearance.setMagnification(1.5);
        QCOMPARE(QApplication::font().pointSizeF(), 1.5 * usual);
        QVERIFY(styleSheet(appearance.theme(), 1.5).contains(u"font-size: 12pt"_s));
        appearance.setMagnification(1);
        QCOMPARE(QApplication::font().pointSizeF(), usual);
    }

    void followsThePreferenceAndTheSystem()
    {
        Appearance appearance(*qApp);
        const bool systemIsDark = appearance.theme().isDark();
        QSignalSpy changed(&appearance, &Appearance::themeChanged);
        appearance.setPreference(Preference::Dark);
        QVERIFY(appearance.theme().isDark());
        QCOMPARE(changed.size(), 1);
        QVERIFY(qApp->palette().color(QPalette::Window) == Theme::dark().color(Role::Window));
        // The system's theme changes while ours hides its palette: ours must not be taken for it.
        QEvent themeChange(QEvent::ThemeChange);
        QCoreApplication::sendEvent(qApp, &themeChange);
        QVERIFY(appearance.theme().isDark());
        appearance.setPreference(Preference::System);
        QCOMPARE(appearance.theme().isDark(), systemIsDark);
        appearance.setPreference(Preference::Light);
        QVERIFY(!appearance.theme().isDark());
        appearance.setPreference(Preference::HighContrast);
        QVERIFY(appearance.theme().isHighContrast());
        QCOMPARE(appearance.theme().isDark(), systemIsDark);
    }

    void widgetsAreDressedWhenTheyHaveBeenBuilt()
    {
        qApp->setStyleSheet({});
        Appearance appearance(*qApp);
        appearance.setPreference(Preference::Light);
        QCOMPARE(qApp->styleSheet(), QString()); // building under it takes twice as long
        appearance.dress();
        QCOMPARE(qApp->styleSheet(), styleSheet(Theme::light()));
        appearance.setPreference(Preference::Dark);
        QCOMPARE(qApp->styleSheet(), styleSheet(Theme::dark()));
    }

    void preferencesHaveWords()
    {
        for (const auto preference :
             {Preference::System, Preference::Light, Preference::Dark, Preference::HighContrast})
            QCOMPARE(preferenceOfWord(word(preference)), preference);
        QCOMPARE(preferenceOfWord(u"pink"_s), Preference::System);
        for (const auto motion : {Motion::System, Motion::Full, Motion::Reduced})
            QCOMPARE(motionOfWord(word(motion)), motion);
    }

    void theFocusOfATabGoesAroundItsWords()
    {
        const Appearance appearance(*qApp);
        QTabBar bar;
        QStyleOptionFocusRect option;
        option.rect = {20, 20, 60, 12};
        option.palette.setColor(QPalette::Highlight, Qt::red);
        QImage picture(100, 60, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QPainter painter(&picture);
        qApp->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, &bar);
        painter.end();
        int drawn = 0;
        for (int x = 0; x < picture.width(); ++x) {
            for (int y = 0; y < picture.height(); ++y) {
                if (picture.pixelColor(x, y) == Qt::white)
                    continue;
                ++drawn;
                QVERIFY(!option.rect.contains(x, y));
            }
        }
        QVERIFY(drawn > 100);
    }

    void lettersAreUnderlinedWhileAltIsHeld()
    {
        Appearance appearance(*qApp);
        QWidget window;
        window.show();
        QVERIFY(!qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
        QTest::keyPress(&window, Qt::Key_Alt);
        QVERIFY(qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
        QTest::keyRelease(&window, Qt::Key_Alt);
        QVERIFY(!qApp->style()->styleHint(QStyle::SH_UnderlineShortcut));
    }
};

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
