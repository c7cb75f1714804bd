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

using namespace Qt::StringLiterals;
using namespace app::style;

namespace {

std::vector<Theme> themes()
{
    return {Theme::light(), Theme::dark(), Theme::highContrast(false), Theme::highContrast(true)};
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
