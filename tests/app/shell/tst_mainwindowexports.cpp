// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <app/shell/actions.h>
#include <app/shell/finder.h>
#include <app/shell/noticebar.h>
#include <app/shell/statusline.h>

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>

#include <tests/app/shell/quietwindow.h>
#include <tests/app/shell/savedialog.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace app::shell;

// What the window writes into files, and how it says so.
class TestMainWindowExports : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_window.open()); }
    void cleanup() { QVERIFY(m_window.tidy()); }

    void thePictureIsExportedAsItIsShown_data()
    {
        QTest::addColumn<Qt::Key>("shape");
        QTest::addColumn<QStringList>("shapes");
        QTest::newRow("both beside each other")
            << Qt::Key_2 << QStringList{u"Monolith"_s, u"Microservices"_s};
        QTest::newRow("one of them") << Qt::Key_3 << QStringList{u"Microservices"_s};
    }
    void thePictureIsExportedAsItIsShown()
    {
        QFETCH(const Qt::Key, shape);
        QFETCH(const QStringList, shapes);
        QTest::keyClick(m_window.get(), shape, Qt::ControlModifier);
        m_window.micro().view().zoomBy(4); // of which a part is seen
        const QTemporaryDir folder;
        const QString drawing = folder.filePath(u"shop.svg"_s);
        QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
        saveAs(drawing);
        QTRY_VERIFY(says(drawing));
        QFile file(drawing);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString svg = QString::fromUtf8(file.readAll());
        for (const auto &title : {u"Monolith"_s, u"Microservices"_s})
            QCOMPARE(svg.contains(u">%1</text>"_s.arg(title)), shapes.contains(title));
        for (const auto &each : m_window.micro().packaging().units)
            QVERIFY2(svg.contains(u">%1</text>"_s.arg(each.title)), qPrintable(each.title));
        const QString picture = folder.filePath(u"shop.png"_s);
        const QSizeF whole = 2 * m_window.micro().view().scene().layout().size;
        m_window->acts().action(u"picture.export"_s)->trigger();
        saveAs(picture);
        QTRY_VERIFY(says(picture));
        const QImage image(picture);
        QVERIFY(image.width() > whole.width() && image.height() > whole.height());
    }

    void aPictureThatCannotBeWrittenIsSaidWithAReason()
    {
        m_window->acts().action(u"picture.export"_s)->trigger();
        saveAs(u"/nowhere/at/all/shop.png"_s);
        auto *notice = m_window->findChild<NoticeBar *>();
        QTRY_VERIFY(notice->isVisible());
        const QString words = notice->findChild<QLabel *>()->text();
        QVERIFY2(words.contains(u"/nowhere/at/all/shop.png"_s) && words.contains(u"No such file"_s)
                     && words.contains(u"Choose another place"_s),
                 qPrintable(words));
        QTest::mouseClick(notice->findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!notice->isVisible());
    }

    void aTimeLineThatIsWrittenWarnsOfNothing()
    {
        const QTemporaryDir folder;
        const QString table = folder.filePath(u"timeline.csv"_s);
        auto *finder = m_window.palette(Qt::Key_K);
        auto *line = finder->findChild<QLineEdit *>();
        QTest::keyClicks(line, u"export table csv"_s);
        QTest::keyClick(line, Qt::Key_Return);
        saveAs(table);
        QTRY_VERIFY(says(table));
        QVERIFY(QFileInfo(table).size() > 0);
        QVERIFY(!m_window->findChild<NoticeBar *>()->isVisible());
    }

private:
    void saveAs(const QString &path) const { tests::shell::saveAs(*m_window.get(), path); }
    // In the line below everything.
    bool says(const QString &words) const
    {
        const auto labels = m_window->findChild<StatusLine *>()->findChildren<QLabel *>();
        return std::ranges::any_of(labels,
                                   [&](const QLabel *label) { return label->text().contains(words); });
    }

    tests::shell::QuietWindow m_window;
};

QTEST_MAIN(TestMainWindowExports)
#include "tst_mainwindowexports.moc"
