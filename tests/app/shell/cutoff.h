// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTabBar>
#include <QTest>

namespace tests::shell {

using namespace Qt::StringLiterals;

inline bool showsAll(const QLabel &label)
{
    if (label.wordWrap())
        return label.height() >= label.heightForWidth(label.width());
    return label.width() >= label.sizeHint().width() && label.height() >= label.sizeHint().height();
}

inline bool showsAll(const QComboBox &box)
{
    QStyleOptionComboBox option;
    option.initFrom(&box);
    const auto field
        = box.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, &box);
    return field.width() >= box.fontMetrics().horizontalAdvance(box.currentText());
}

// The words that do not fit into what shows them at this moment.
inline QStringList cutOffNow(const QWidget &window)
{
    QStringList cut;
    for (const auto *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->text().isEmpty() && !showsAll(*label))
            cut << label->text();
    }
    for (const auto *button : window.findChildren<QAbstractButton *>()) {
        if (button->isVisible() && !button->text().isEmpty() && button->width() < button->sizeHint().width())
            cut << button->text();
    }
    for (const auto *box : window.findChildren<QComboBox *>()) {
        if (box->isVisible() && !showsAll(*box))
            cut << box->currentText();
    }
    for (const auto *bar : window.findChildren<QTabBar *>()) {
        if (bar->isVisible() && bar->width() < bar->sizeHint().width())
            cut << u"%1… %2 of %3"_s.arg(bar->tabText(0)).arg(bar->width()).arg(bar->sizeHint().width());
    }
    return cut;
}

// Those which stay so: figures that have just changed are given their room in the next rounds of the loop.
inline QStringList cutOff(const QWidget &window)
{
    QStringList cut;
    if (QTest::qWaitFor([&] { return (cut = cutOffNow(window)).isEmpty(); }, 3'000))
        cut.clear();
    return cut;
}

} // namespace tests::shell
